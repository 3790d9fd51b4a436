import type { findNearestSlots, getCalendar, listSlots } from '@codex-booking/sdk/contract'
import type { FastifyReply } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { type OwnDeps, requireOwn } from '../../booking/read-booking.js'
import { judgeQuestion } from '../../booking/readable-question.js'
import type { GivenAnswer, TimesDesk } from '../../booking/times-desk.js'
import type { TimesQuestion } from '../../booking/times-question.js'
import type { SiteSnapshot } from '../../store/site-snapshot.js'
import { noSuchKey, shownKey } from '../site-key.js'
import { answerSchemaOf } from './answer-schema.js'
import type { Call, Success } from './call.js'
import { readCall } from './read-call.js'
import { unlessNotFound } from './unless-not-found.js'

/** The operations that are questions about times. */
type TimesOperation = typeof getCalendar | typeof listSlots | typeof findNearestSlots

/** How a question about times is put, and its answer written. */
export interface TimesRoute<Op extends TimesOperation, Answer> {
  /** @throws Problem */
  question(site: SiteSnapshot, query: Call<Op>['query'], now: Date): TimesQuestion<Answer>
  write(site: SiteSnapshot, query: Call<Op>['query'], answer: Answer): Success<Op>
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Answers a question about times as `serve` answers other operations, from what is remembered where that is right, and
     * with an `ETag`: whoever has the answer already gets `304`.
     */
    serveTimes<Op extends TimesOperation, Answer>(operation: Op, route: TimesRoute<Op, Answer>): void
  }
}

/** Longer requests are not remembered as they were sent. */
const MOST_CHARACTERS = 1_000

export const serveTimes = fastifyPlugin(
  async (app, { desk, deps }: { desk: TimesDesk; deps: OwnDeps }) => {
    app.decorate('serveTimes', function serveTimes(operation, { question, write }) {
      const { method, path, success } = operation
      this.route({
        method,
        url: path,
        config: { operation },
        schema: { response: { [success.status]: answerSchemaOf(operation) } },
        handler: async (request, reply) => {
          const { key, isHouse } = shownKey(request)
          const { headers, url } = request
          const given = await desk.ask({
            key,
            words: isHouse || url.length > MOST_CHARACTERS ? undefined : `${key} ${url}`,
            ifNoneMatch: headers['if-none-match'],
            read: (site, now) => {
              const { query, manageToken } = readCall(operation, request, (sound) =>
                unlessNotFound(() => judgeQuestion(site, sound.query).errors),
              )
              const { moving } = query
              return {
                text: `${operation.id} ${JSON.stringify(query)}`,
                times: question(site, query, now),
                write: (answer) =>
                  bytesOf(reply.serializeInput(write(site, query, answer), String(success.status)) as string),
                ...(moving !== undefined && {
                  requireOwn: () => requireOwn(deps, site, moving, { isHouse, manageToken }),
                }),
              }
            },
          })
          if (given === undefined) throw noSuchKey(key)
          return sendTimes(reply, given)
        },
      })
    })
  },
  { name: 'serve-times', dependencies: ['contract'] },
)

/** In memory of their own: a short piece of what Node shares out would keep all of it. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

/** What may be kept is asked for again each time, since a booking may have changed it. */
function sendTimes(reply: FastifyReply, { body, tag }: GivenAnswer): FastifyReply {
  if (tag === undefined) void reply.header('cache-control', 'no-store')
  else void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Authorization' })
  return body === undefined ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(body)
}
