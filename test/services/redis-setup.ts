import { redisProgram } from './redis-program.ts'

/** Sees to it that there is a Redis, once for all test files of the run. */
export default function setUp(): void {
  redisProgram()
}
