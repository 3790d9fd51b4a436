import {
  MAX_PARTY_SIZE,
  type Resource as ResourceAnswer,
  resources,
  services,
  site as siteSchema,
} from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, {
    ...salon,
    locale: 'de-DE',
    address: 'Lindenweg 1',
    privacyUrl: 'https://salon.example.test/privacy',
    cancelNoticeMinutes: 1440,
    moveNoticeMinutes: 30,
    contact: { email: 'required', phone: 'optional', note: 'hidden', needsEmailOrPhone: true },
    consents: [{ slug: 'privacy', text: 'I agree', isRequired: true, url: 'https://salon.example.test/privacy' }],
    settings: { noticeMinutes: 60, horizonDays: 90, holdMinutes: 7 },
    resources: [...salon.resources.slice(0, 3), { slug: 'sauna', name: 'Sauna', kind: 'room', isChoosable: false }],
  })

  test('the site says who it is, its clock and money, and what its form asks', async () => {
    const { status, body } = await call('GET', '/v1/site')
    expect(status).toBe(200)
    expect(siteSchema.parse(body)).toEqual(body)
    expect(body).toEqual({
      id: site.id,
      name: 'Salon',
      address: 'Lindenweg 1',
      directions: null,
      privacyUrl: 'https://salon.example.test/privacy',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      currency: 'EUR',
      noticeMinutes: 60,
      horizonDays: 90,
      cancelNoticeMinutes: 1440,
      moveNoticeMinutes: 30,
      holdMinutes: 7,
      contact: {
        email: 'required',
        phone: 'optional',
        note: 'hidden',
        needsEmailOrPhone: true,
        consents: [{ id: 'privacy', text: 'I agree', isRequired: true, url: 'https://salon.example.test/privacy' }],
      },
    })
  })

  test('services come with their categories, and with who does them, how long and for how much', async () => {
    const { body } = await call('GET', '/v1/services')
    expect(services.parse(body)).toEqual(body)
    expect(body.categories.map(({ slug }: { slug: string }) => slug)).toEqual(['hair', 'wellness'])
    expect(body.services).toHaveLength(3)
    expect(body.services[0]).toMatchObject({
      id: site.serviceId('cut'),
      slug: 'cut',
      name: 'Cut',
      categoryId: body.categories[0].id,
      steps: [{ kind: 'active', minutes: 60 }],
      price: { amountMinor: 4500, currency: 'EUR' },
      performers: [
        { resourceId: site.resourceId('ada'), price: { amountMinor: 4500, currency: 'EUR' } },
        {
          resourceId: site.resourceId('ben'),
          price: { amountMinor: 4000, currency: 'EUR' },
          steps: [{ kind: 'active', minutes: 60 }],
        },
      ],
    })
  })

  test('resources are those that a client may choose', async () => {
    const { body } = await call('GET', '/v1/resources')
    expect(resources.parse(body)).toEqual(body)
    expect(body.resources.map(({ slug }: { slug: string }) => slug)).toEqual(['ada', 'ben', 'cleo'])
    expect(body.resources[0]).toEqual({
      id: site.resourceId('ada'),
      slug: 'ada',
      kind: 'person',
      name: 'Ada',
      description: null,
      capacity: 1,
      isChoosable: true,
    })
  })

  test('what a client may not choose takes part all the same, but not by name', async () => {
    const slots = (items: string) => call('GET', '/v1/slots', { query: { items, date: DAY } })
    expect((await slots('sauna')).body.starts[0].items[0].resourceId).toBe(site.resourceId('sauna'))
    expect((await slots('sauna@sauna')).status).toBe(404)
    expect((await slots(`sauna@${site.resourceId('sauna')}`)).status).toBe(404)
  })

  test('what is no longer offered is unknown', async () => {
    await database.sql.query('UPDATE resources SET is_active = false WHERE id = $1', [site.resourceId('cleo')])
    await database.sql.query('UPDATE services SET is_active = false WHERE id = $1', [site.serviceId('sauna')])
    const slots = (items: string) => call('GET', '/v1/slots', { query: { items, date: DAY } })
    expect((await slots('cut@cleo')).status).toBe(404)
    expect((await slots('sauna')).status).toBe(404)
    expect((await slots('nails')).body).toMatchObject({ starts: [], reason: 'no-resource' })
  })

  test('services say what they need and with what they can be together, as far as the house shows it', async () => {
    const house = await serveSalon(database, spa)
    const { body } = await house.call('GET', '/v1/services')
    expect(services.parse(body)).toEqual(body)
    const of = (slug: string) => body.services.find((each: { slug: string }) => each.slug === slug)
    const ids = (...slugs: string[]) => slugs.map(house.site.resourceId)
    expect(of('massage-for-two')).toMatchObject({
      needs: [
        { resourceIds: ids('mia', 'noa'), during: 'all' },
        { resourceIds: ids('large-room'), during: 'all' },
      ],
    })
    expect(of('laser').needs).toEqual([{ resourceIds: ids('laser'), during: 'active' }])
    expect(of('manicure')).toMatchObject({
      mayOverlap: true,
      overlapGroup: 'hands-and-feet',
      together: 'prefer',
      needs: [],
      maxPartySize: 1,
    })
    expect(of('cut')).toMatchObject({ mayOverlap: false, overlapGroup: null })
    expect(of('yoga').maxPartySize).toBe(6)
    expect(of('colour')).toMatchObject({
      steps: [{ kind: 'active' }, { kind: 'processing', minutes: 40 }, { kind: 'active' }],
      performers: [{ steps: [{ minutes: 30 }, {}, {}] }, { steps: [{ minutes: 40 }, {}, {}] }],
    })
  })

  test('what is shown as part of a visit is a resource, and says that it cannot be chosen', async () => {
    const house = await serveSalon(database, spa)
    const { body } = await house.call('GET', '/v1/resources')
    const isChoosable = new Map(body.resources.map((each: ResourceAnswer) => [each.slug, each.isChoosable]))
    expect([isChoosable.get('ada'), isChoosable.get('room-1'), isChoosable.get('mats')]).toEqual([true, false, false])
    expect(isChoosable.has('warm-oil')).toBe(false)
  })

  test('a party is never larger than a visit may be', async () => {
    const house = await serveSalon(database, {
      ...salon,
      resources: salon.resources.map((each) => (each.slug === 'sauna' ? { ...each, capacity: 150 } : each)),
    })
    const { body } = await house.call('GET', '/v1/services')
    expect(body.services.at(-1)).toMatchObject({ slug: 'sauna', maxPartySize: MAX_PARTY_SIZE })
  })

  test('a parameter that there is not is 422', async () => {
    const { status, body } = await call('GET', '/v1/site', { query: { lang: 'de' } })
    expect(status).toBe(422)
    expect(body.errors).toEqual([{ path: 'lang', message: 'There is no such field' }])
  })
})
