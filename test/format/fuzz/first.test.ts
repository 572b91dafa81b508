import { fuzz } from './share.ts';

fuzz(0);
