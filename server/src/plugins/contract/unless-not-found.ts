import { type FieldError, Problem } from '../../problems.js'

/** What a refused request names in vain is told when the rest of it is right. */
export function unlessNotFound(judge: () => readonly FieldError[]): readonly FieldError[] {
  try {
    return judge()
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return []
    throw error
  }
}
