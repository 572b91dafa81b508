import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from '../run/leader.ts';
import { loadProgram } from './program.ts';

/* The script of a worker thread of the executable. */

const data: WorkerData = workerData;
if (parentPort) void loadProgram(data.args).follow(parentPort, data);
