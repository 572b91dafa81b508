import { fuzz } from './share.ts';

fuzz(1);
