import type { ContactFields } from '@codex-booking/sdk'

/** A field as the form shows it. */
export interface FieldDescription {
  name: 'name' | 'email' | 'phone' | 'note'
  label: string
  isOptional: boolean
  type: 'text' | 'email' | 'tel' | 'textarea'
  autocomplete: 'name' | 'email' | 'tel' | 'off'
  /** Behind the label, in brackets. */
  remark?: string
}

const either = 'one of these two'

/** The fields that a site asks for, in the order of the form. */
export const fieldsOf = ({ email, phone, needsEmailOrPhone, note }: ContactFields): FieldDescription[] => {
  const isEither = needsEmailOrPhone && email === 'optional' && phone === 'optional'
  // Of two fields of which one is needed, the only one that is asked for is needed.
  const isOnly = (other: ContactFields['email']) => needsEmailOrPhone && other === 'hidden'
  const all: (FieldDescription & { use: ContactFields['email'] })[] = [
    { name: 'name', use: 'required', label: 'Name', isOptional: false, type: 'text', autocomplete: 'name' },
    {
      name: 'email',
      use: email,
      label: 'E-mail',
      isOptional: email === 'optional' && !isOnly(phone),
      type: 'email',
      autocomplete: 'email',
      remark: isEither ? either : 'optional',
    },
    {
      name: 'phone',
      use: phone,
      label: 'Phone',
      isOptional: phone === 'optional' && !isOnly(email),
      type: 'tel',
      autocomplete: 'tel',
      remark: isEither ? either : 'optional, for news on the day',
    },
    {
      name: 'note',
      use: note,
      label: 'Anything we should know?',
      isOptional: note === 'optional',
      type: 'textarea',
      autocomplete: 'off',
      remark: 'optional',
    },
  ]
  return all.filter(({ use }) => use !== 'hidden')
}
