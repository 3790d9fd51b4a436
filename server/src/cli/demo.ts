import { start } from './start.js'
export const demo = start
