/** What is asked: a database, however it is reached. Nothing of the product is in this file, or it would agree with itself. */
export interface Asked {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
}

/** Something that an appointment takes: its performer, or what it needs. In minutes since the epoch. */
interface Taken {
  booking: string
  resource: string
  start: number
  end: number
  steps: { kind: 'active' | 'processing'; minutes: number }[]
  /** Only for the active steps. */
  isActive: boolean
  /** Minutes after the last step; the performer's alone. */
  gap: number
  buffer: number
  seats: number
}

interface Stretch {
  start: number
  end: number
  seats: number
}

const minute = (column: string) => `(extract(epoch FROM ${column}) / 60)::int`

/** A hold does as long as it lives. Where the clock stands when a test moves it, only that test knows. */
const TAKES_TIME = `(b.state IN ('pending', 'confirmed', 'reschedule_proposed')
  OR ($1 AND b.state = 'held' AND b.hold_expires_at > now()))`

const TAKEN = `
  SELECT a.booking_id AS booking, a.resource_id AS resource, ${minute('a.start_at')} AS start,
         ${minute('a.end_at')} AS "end", a.steps, true AS "isActive", s.gap_after_minutes AS gap,
         coalesce(r.buffer_minutes, t.buffer_minutes) AS buffer, b.party_size AS seats
    FROM appointments a JOIN bookings b ON b.id = a.booking_id AND ${TAKES_TIME}
    JOIN services s ON s.id = a.service_id JOIN resources r ON r.id = a.resource_id
    JOIN booking_settings t ON t.site_id = a.site_id
  UNION ALL
  SELECT a.booking_id, n.resource_id, ${minute('a.start_at')}, ${minute('a.end_at')}, a.steps, d.during = 'active', 0,
         coalesce(r.buffer_minutes, t.buffer_minutes), b.party_size
    FROM appointments a JOIN bookings b ON b.id = a.booking_id AND ${TAKES_TIME}
    JOIN appointment_needs n ON n.booking_id = a.booking_id AND n.appointment_position = a.position
    JOIN service_needs d ON d.service_id = a.service_id AND d.position = n.position
    JOIN resources r ON r.id = n.resource_id JOIN booking_settings t ON t.site_id = a.site_id`

const BLOCKS = `SELECT booking_id AS booking, resource_id AS resource, ${minute('start_at')} AS start,
    ${minute('end_at')} AS "end", 1 AS seats
  FROM blocks k WHERE NOT EXISTS (
    SELECT 1 FROM bookings b WHERE b.id = k.booking_id AND b.state = 'held' AND NOT ${TAKES_TIME})`

/**
 * Whether the blocks of each booking are what its appointments take, minute by minute: all seats while somebody or
 * something is at work, none where nobody is, and after work at most the tail of gap and buffer.
 *
 * @param judgesHolds whether holds are looked at as well: those that live by the clock of the database
 * @returns one sentence for each booking and resource of which they are not
 */
export async function coverage(sql: Asked, judgesHolds: boolean): Promise<string[]> {
  const key = ({ booking, resource }: { booking: string; resource: string }) => `${booking} on ${resource}`
  const taken = Map.groupBy(await sql.query<Taken>(TAKEN, [judgesHolds]), key)
  const blocks = Map.groupBy(
    await sql.query<Stretch & { booking: string; resource: string }>(BLOCKS, [judgesHolds]),
    key,
  )
  return [...new Set([...taken.keys(), ...blocks.keys()])].flatMap((each) => {
    const own = taken.get(each) ?? []
    const wrong = wrongMinute(own.flatMap(workOf), own.flatMap(tailsOf), blocks.get(each) ?? [])
    return wrong === undefined ? [] : [`The blocks of ${each} are not what it takes at minute ${wrong}`]
  })
}

function wrongMinute(work: Stretch[], tails: Stretch[], blocks: Stretch[]): number | undefined {
  const changes = new Set([...work, ...tails, ...blocks].flatMap(({ start, end }) => [start, end]))
  return [...changes].find((at) => {
    const least = seatsAt(work, at)
    const stored = seatsAt(blocks, at)
    return stored < least || stored > least + seatsAt(tails, at)
  })
}

const seatsAt = (stretches: Stretch[], at: number): number =>
  stretches.reduce((sum, { start, end, seats }) => (start <= at && at < end ? sum + seats : sum), 0)

/** The stretches in which it is at work. */
function workOf({ start, end, steps, isActive, seats }: Taken): Stretch[] {
  if (!isActive) return [{ start, end, seats }]
  const found: Stretch[] = []
  let at = start
  for (const { kind, minutes } of steps) {
    const last = found.at(-1)
    if (kind === 'active' && last?.end === at) last.end += minutes
    else if (kind === 'active') found.push({ start: at, end: at + minutes, seats })
    at += minutes
  }
  return found
}

function tailsOf(taken: Taken): Stretch[] {
  const work = workOf(taken)
  return work.map(({ end, seats }, index) => ({
    start: end,
    end: end + taken.buffer + (index === work.length - 1 ? taken.gap : 0),
    seats,
  }))
}
