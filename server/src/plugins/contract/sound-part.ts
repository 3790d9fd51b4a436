import * as z from 'zod/mini'

/** What is left of a value when all that is wrong in it is left out. */
export type SoundPart<Value> = Value extends readonly unknown[] | string | number | boolean | null | undefined
  ? Value
  : { [Name in keyof Value]?: SoundPart<Value[Name]> | undefined }

/**
 * The fields of a value that are right by themselves, objects in it field by field; a list is right as a whole or not.
 *
 * @example soundPart(newBooking, { start: 7, items: [{ serviceId: 'cut' }] }) // { items: [{ serviceId: 'cut' }], ... }
 */
export function soundPart<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): SoundPart<z.output<Schema>> | undefined
export function soundPart(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  if (!(schema instanceof z.ZodMiniObject) || typeof value !== 'object' || value === null) return undefined
  const fields = Object.entries(schema.shape as Record<string, z.ZodMiniType>)
  return Object.fromEntries(
    fields.map(([name, field]) => [
      name,
      soundPart(field, Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined),
    ]),
  )
}
