import { isAileeError } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Admission, type AdmissionRule } from '../../src/task/admission.js'

/** The text of the refusal, or undefined if the client is let in. */
function refusal(rule: AdmissionRule, client: string, admissionToken?: string): string | undefined {
  try {
    new Admission(rule).check(client, { admissionToken })
    return undefined
  } catch (error) {
    assert.ok(isAileeError(error, 'NOT_ADMITTED'), String(error))
    return (error as Error).message
  }
}

test('an open coordinator asks nobody for anything', () => {
  assert.is(refusal({ by: 'open' }, 'a'), undefined)
  assert.is(refusal({ by: 'open' }, 'a', 'whatever'), undefined)
})

test('an allow-list lets in the clients on it, whatever token they show', () => {
  const rule: AdmissionRule = { by: 'allow-list', clients: ['a', 'b'] }
  assert.is(refusal(rule, 'b'), undefined)
  assert.match(refusal(rule, 'c', 'a') ?? '', /client id/)
  assert.type(refusal({ by: 'allow-list', clients: [] }, 'a'), 'string')
})

test('a token must be the same to the last character, and the refusal says how to give one', () => {
  const rule: AdmissionRule = { by: 'token', token: 'correct horse battery' }
  assert.is(refusal(rule, 'a', 'correct horse battery'), undefined)
  for (const wrong of [
    undefined,
    '',
    'correct horse batter',
    'correct horse battery ',
    'Correct horse battery'
  ]) {
    const text = refusal(rule, 'a', wrong) ?? ''
    assert.match(text, /--admission-token <file>/)
    assert.ok(text.length <= 160, 'all of it fits a STATUS')
    assert.not.match(text, /horse/)
  }
})

test.run()
