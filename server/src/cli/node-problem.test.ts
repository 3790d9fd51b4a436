import { expect, test } from 'vitest'
import { nodeProblem } from './node-problem.js'

test.each(['22.13.0', '22.14.1', '23.0.0', '24.21.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version)).toBeUndefined()
})

test.each(['18.20.8', '20.20.2', '22.12.0'])('Node %s is told that it is too old', (version) => {
  expect(nodeProblem(version)).toMatch(`codex-booking needs Node 22.13 or later; this is ${version}.`)
})
