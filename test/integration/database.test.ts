import { afterAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../server/src/store/database-errors.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { engines } from './engines.ts'

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { sql, transaction } = database

  test('gives values of the same types', async () => {
    const rows = await sql.query(`SELECT 1::int2 AS int2, 2::int4 AS int4, 3::int8 AS int8, count(*) AS count,
      1.5::float8 AS float8, 1.25::numeric AS numeric, true AS bool, 'a'::text AS text, NULL::text AS nothing,
      'EUR'::char(3) AS char, 'required'::field_use AS enum, '0190163d-8694-7f8a-8b5a-5d7d3a1d3c11'::uuid AS uuid,
      '2027-03-16T08:30:00.123+01:00'::timestamptz AS instant, '2027-03-16'::date AS date,
      '{"a":[1,"x",null]}'::jsonb AS jsonb, '[1]'::json AS json,
      ARRAY['a','b,"c']::text[] AS texts, ARRAY[1,2]::int4[] AS numbers,
      ARRAY['0190163d-8694-7f8a-8b5a-5d7d3a1d3c11']::uuid[] AS uuids,
      ARRAY['2027-03-16T08:30:00Z']::timestamptz[] AS instants`)
    expect(rows).toEqual([
      {
        int2: 1,
        int4: 2,
        int8: 3,
        count: 1,
        float8: 1.5,
        numeric: '1.25',
        bool: true,
        text: 'a',
        nothing: null,
        char: 'EUR',
        enum: 'required',
        uuid: '0190163d-8694-7f8a-8b5a-5d7d3a1d3c11',
        instant: new Date('2027-03-16T07:30:00.123Z'),
        date: '2027-03-16',
        jsonb: { a: [1, 'x', null] },
        json: [1],
        texts: ['a', 'b,"c'],
        numbers: [1, 2],
        uuids: ['0190163d-8694-7f8a-8b5a-5d7d3a1d3c11'],
        instants: [new Date('2027-03-16T08:30:00Z')],
      },
    ])
  })

  test('takes values of the same types', async () => {
    const values = [
      7,
      'text',
      true,
      null,
      new Date('2027-03-16T08:30:00.123Z'),
      '2027-03-16',
      JSON.stringify([{ a: 1 }]),
      ['x', 'y,"z'],
      ['0190163d-8694-7f8a-8b5a-5d7d3a1d3c11'],
      [new Date('2027-03-16T08:30:00Z')],
    ]
    const [row] = await sql.query(
      `SELECT $1::int4 AS a, $2::text AS b, $3::bool AS c, $4::uuid AS d, $5::timestamptz AS e, $6::date AS f,
              $7::jsonb AS g, $8::text[] AS h, $9::uuid[] AS i, $10::timestamptz[] AS j`,
      values,
    )
    expect(row).toEqual({
      a: 7,
      b: 'text',
      c: true,
      d: null,
      e: values[4],
      f: '2027-03-16',
      g: [{ a: 1 }],
      h: values[7],
      i: values[8],
      j: values[9],
    })
  })

  test('Prisma and our own statements mean the same instant and the same day', async () => {
    const now = new Date('2027-07-01T22:15:30.250Z')
    const site = await insertSite(
      database,
      {
        name: 'Instants',
        publishableKey: 'pk_instants',
        timeZone: 'America/New_York',
        daysOff: [{ from: '2027-12-31' }],
        categories: [],
        resources: [],
      },
      { now: () => now },
    )
    const [own] = await sql.query('SELECT created_at AS "createdAt" FROM sites WHERE id = $1', [site.id])
    expect(own).toEqual({ createdAt: now })
    expect((await database.prisma.site.findUniqueOrThrow({ where: { id: site.id } })).createdAt).toEqual(now)
    expect(await sql.query('SELECT start_date AS "startDate" FROM days_off WHERE site_id = $1', [site.id])).toEqual([
      { startDate: '2027-12-31' },
    ])
  })

  test('what a transaction did stays, and what failed is as if it had never been', async () => {
    await sql.query('CREATE TABLE kept (n int PRIMARY KEY)')
    await transaction((tx) => tx.query('INSERT INTO kept VALUES (1)'))
    const refusal = new Error('changed my mind')
    await expect(
      transaction(async (tx) => {
        await tx.query('INSERT INTO kept VALUES (2)')
        throw refusal
      }),
    ).rejects.toBe(refusal)
    const refused = transaction(async (tx) => {
      await tx.query('INSERT INTO kept VALUES (3)')
      await tx.query('INSERT INTO kept VALUES (1)')
    })
    await expect(refused.catch(sqlStateOf)).resolves.toBe('23505')
    expect(await sql.query('SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  test('a transaction whose failure was swallowed does not look as if it had been kept', async () => {
    await sql.query('CREATE TABLE swallowed (n int PRIMARY KEY)')
    const swallowed = transaction(async (tx) => {
      await tx.query('INSERT INTO swallowed VALUES (1)')
      await tx.query('INSERT INTO swallowed VALUES (1)').catch(() => {})
    })
    await expect(swallowed).rejects.toThrow('rolled back')
    expect(await sql.query('SELECT n FROM swallowed')).toEqual([])
  })

  test('a refusal has the same SQLSTATE through Prisma', async () => {
    const site = { name: '', publishableKey: 'pk_refused', timeZone: 'UTC', categories: [], resources: [] }
    expect(await insertSite(database, site).catch(sqlStateOf)).toBe('23514')
  })

  test('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined()
  })
})
