import * as z from 'zod/mini'

/** What is left of a value when all that is wrong in it is left out. */
export type SoundPart<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Entry)[]
    ? (SoundPart<Entry> | undefined)[]
    : { [Name in keyof Value]?: SoundPart<Value[Name]> | undefined }

/** Of longer lists nothing is kept: nobody reads what is wrong with each entry. */
const MOST_ENTRIES = 100

/**
 * The parts of a value that are right by themselves, objects in it field by field, lists entry by entry; a list that is
 * wrong as a whole (too long, not a list) is left out.
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
  // What a query string carries is read first, and then as good as a body.
  if (schema instanceof z.ZodMiniPipe) {
    const read = z.safeParse(schema.def.in, value)
    return read.success ? soundPart(schema.def.out as z.ZodMiniType, read.data) : undefined
  }
  if (schema instanceof z.ZodMiniOptional) return soundPart(schema.def.innerType as z.ZodMiniType, value)
  if (schema instanceof z.ZodMiniArray && Array.isArray(value)) {
    const isWrongAsAWhole = result.error.issues.some(({ path }) => path.length === 0)
    if (isWrongAsAWhole || value.length > MOST_ENTRIES) return undefined
    return value.map((entry) => soundPart(schema.def.element as z.ZodMiniType, entry))
  }
  if (!(schema instanceof z.ZodMiniObject) || typeof value !== 'object' || value === null) return undefined
  const fields = Object.entries(schema.shape as Record<string, z.ZodMiniType>)
  return Object.fromEntries(
    fields.map(([name, field]) => [
      name,
      soundPart(field, Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined),
    ]),
  )
}
