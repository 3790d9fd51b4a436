/** Where a server dies: in the middle of whatever it does, or at a point of a booking that it is told. */
export const DEATH_POINTS = ['at once', 'after the insert', 'after the commit', 'before the answer'] as const

export type DeathPoint = (typeof DEATH_POINTS)[number]

/** The last line that a server prints, where it has come to the point that it was told. */
export const lastWords = (point: DeathPoint): string => `It dies ${point}\n`
