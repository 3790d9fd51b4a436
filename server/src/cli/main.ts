#!/usr/bin/env node
import { nodeProblem } from './node-problem.js'

const problem = nodeProblem(process.versions.node)
if (problem === undefined) {
  // Not before: an older Node cannot even load the rest.
  await import('./run-command.js')
} else {
  console.error(problem)
  process.exitCode = 1
}
