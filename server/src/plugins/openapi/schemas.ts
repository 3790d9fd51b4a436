import * as contract from '@codex-booking/sdk/contract'
import * as z from 'zod/mini'

/** A piece of JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export type JsonSchema = Record<string, unknown>

/** What appears under a name of its own; everything else is written out where it is used. */
const named = {
  Appointment: contract.appointment,
  Booking: contract.booking,
  BookingDetails: contract.bookingDetails,
  Calendar: contract.calendar,
  Category: contract.category,
  Consent: contract.consent,
  ContactFields: contract.contactFields,
  CreatedBooking: contract.createdBooking,
  CreatedHold: contract.createdHold,
  DayEvent: contract.dayEvent,
  DaySlots: contract.daySlots,
  FieldError: contract.fieldError,
  Hold: contract.hold,
  Money: contract.money,
  NearestSlots: contract.nearestSlots,
  NewBooking: contract.newBooking,
  NewHold: contract.newHold,
  NewTime: contract.newTime,
  Performer: contract.performer,
  Problem: contract.problem,
  Resource: contract.resource,
  Resources: contract.resources,
  Service: contract.service,
  Services: contract.services,
  ShownItem: contract.shownItem,
  Site: contract.site,
  Slot: contract.slot,
  SlotItem: contract.slotItem,
  VisitItem: contract.visitItem,
  VisitQuestion: contract.question,
} as const

const names = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) names.add(schema, { id })

/**
 * Writes zod schemas as JSON Schema and gathers the named ones.
 *
 * `schemas` holds those that were used so far.
 */
export function schemaWriter(): {
  schemas: Record<string, JsonSchema>
  write(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema
} {
  const schemas: Record<string, JsonSchema> = {}
  return {
    schemas,
    write: (schema, io) => {
      const written = z.toJSONSchema(schema, {
        io,
        metadata: names,
        override: ({ zodSchema, jsonSchema }) => {
          tidy(jsonSchema)
          // What `z.describe` says is in the registry that `names` stands in for.
          const description = z.globalRegistry.get(zodSchema)?.description
          if (description !== undefined) jsonSchema.description = description
        },
      })
      const { $schema: _, $defs, ...rest } = withReferences(written)
      Object.assign(schemas, $defs)
      return rest
    },
  }
}

/** A format says it better than the expression that checks it, and bounds of all whole numbers say nothing. */
function tidy(schema: JsonSchema): void {
  if ('format' in schema) delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

const withReferences = (schema: object): JsonSchema & { $defs?: Record<string, JsonSchema> } =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
