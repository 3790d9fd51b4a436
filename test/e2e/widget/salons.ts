import type { AddressInfo } from 'node:net'
import { type Codex, createCodex } from '@codex-booking/sdk'
import { MAX_LIVE_HOLDS } from '@codex-booking/sdk/contract'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { type SalonServer, serveSalon } from '../../integration/salon-server.ts'
import { createDatabase } from '../../services/database.ts'
import { launchBrowser } from './browser.ts'
import { type HostPage, scriptTag, serveHostPage, widgetTag } from './host-page.ts'
import { ANOTHER_MONTH, NOW, salon } from './salon.ts'
import { type StoredBooking, type StoredHold, storedBookings, storedHolds } from './stored-bookings.ts'
import { type Visitor, visitorAt } from './visitor.ts'

type Description = Parameters<typeof serveSalon>[1]

/** A server that listens, with one site of its own, for one test. */
export interface OpenSalon {
  /** Origin of the API. */
  api: string
  server: SalonServer
  /** Somebody else who books, over HTTP. */
  codex: Codex
  bookings(): Promise<StoredBooking[]>
  /** What is kept for whom a form is open. */
  holds(): Promise<StoredHold[]>
  /** Keeps as many times as one address may, another month: a widget of this machine gets none. */
  spendHolds(): Promise<void>
}

/** How somebody visits a page of a site owner. */
export interface VisitOptions {
  context?: BrowserContextOptions
  /** Where the widget finds the API, if not at the salon's own address. */
  api?: string
  page?: Partial<HostPage>
  /** What the address of the page ends with. */
  fragment?: string
  /** Before anything is loaded. */
  prepare?: (page: Page) => Promise<unknown>
}

/** What a test file has: one PostgreSQL database, one browser, and salons and visitors for its tests. */
export interface Salons {
  open(description?: Description): Promise<OpenSalon>
  /** A page of another origin with the widget of a salon. The test fails if anything is thrown in it. */
  visit(salon: OpenSalon, options?: VisitOptions): Promise<Visitor>
}

/** Gives every test of a file salons and browsers of its own; what they open ends with them. */
export function useSalons(): Salons {
  let database: Awaited<ReturnType<typeof createDatabase>>
  let connection: Awaited<ReturnType<typeof openDatabase>>
  let browser: Browser
  beforeAll(async () => {
    ;[database, browser] = await Promise.all([createDatabase(), launchBrowser()])
    connection = await openDatabase({ databaseUrl: database.url })
  })
  afterAll(async () => {
    await Promise.all([browser.close(), connection.close()])
    await database.drop()
  })

  const open = async (description: Description = salon): Promise<OpenSalon> => {
    const server = await serveSalon(connection, description, { now: NOW })
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    onTestFinished(async () => {
      server.app.server.closeAllConnections()
      await server.app.close()
    })
    const { publishableKey } = server.site
    const api = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
    const codex = createCodex({ api, publishableKey })
    return {
      api,
      server,
      codex,
      bookings: () => storedBookings(database.url, server.site.id),
      holds: () => storedHolds(database.url, server.site.id),
      spendHolds: async () => {
        const items = [{ serviceId: 'cut' }]
        const { starts } = await codex.slots.list({ date: ANOTHER_MONTH, items })
        const apart = starts.filter(({ start }) => start.includes(':00:00'))
        for (const { start } of apart.slice(0, MAX_LIVE_HOLDS)) await codex.holds.create({ start, items })
      },
    }
  }

  const visit = async (salon: OpenSalon, options: VisitOptions = {}): Promise<Visitor> => {
    const { api = salon.api, context: contextOptions, page: written, fragment = '', prepare } = options
    const host = await serveHostPage({
      head: scriptTag(api),
      body: widgetTag(api, salon.server.site.publishableKey),
      ...written,
    })
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...contextOptions })
    const errors: Error[] = []
    onTestFinished(async () => {
      await context.close()
      host.close()
      expect(errors).toEqual([])
    })
    context.setDefaultTimeout(15_000)
    await context.clock.setFixedTime(NOW)
    const page = await context.newPage()
    page.on('pageerror', (error) => errors.push(error))
    await prepare?.(page)
    await page.goto(host.url + fragment)
    return visitorAt(page)
  }
  return { open, visit }
}
