import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from './run/leader.ts';
import { load } from './start.ts';

/* The script of a worker thread. */

const data: WorkerData = workerData;
if (parentPort) void load(data.args).follow(parentPort, data);
