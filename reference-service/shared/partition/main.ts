import { runPart } from '../process/run-part.ts';
import { keepPartition } from './partition.ts';

/** A proxy between two parts as a process of its own, so that it ends with its parent. */
runPart(keepPartition);
