import { expect, test } from 'vitest'
import type { Sql } from './database.js'
import { tellTheCause } from './tell-the-cause.js'

const failing = (code: string) => Object.assign(new Error(code), { code })
/** Statements that fail as they are told, in their order. */
const scripted = (...codes: string[]): Sql => ({ query: () => Promise.reject(failing(codes.shift() ?? 'none')) })

test('what fails because something failed before it fails with that', async () => {
  const { query } = tellTheCause(scripted('55P03', '25P02', '25P02'))
  const all = await Promise.allSettled([query('lock'), query('read'), query('read')])
  expect(all.map((each) => (each.status === 'rejected' ? each.reason.code : undefined))).toEqual([
    '55P03',
    '55P03',
    '55P03',
  ])
})

test('what fails by itself says so', async () => {
  const { query } = tellTheCause(scripted('55P03', '23P01'))
  await expect(query('lock')).rejects.toMatchObject({ code: '55P03' })
  await expect(query('write')).rejects.toMatchObject({ code: '23P01' })
})
