import { getSite as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'

export const getSite = (app: FastifyInstance): void =>
  app.serve(operation, async ({ site: { settings, contact, ...site } }) => ({
    ...site,
    noticeMinutes: settings.noticeMinutes,
    horizonDays: settings.horizonDays,
    holdMinutes: settings.holdMinutes,
    contact: {
      ...contact,
      consents: contact.consents.map(({ slug, text, isRequired, url }) => ({ id: slug, text, isRequired, url })),
    },
  }))
