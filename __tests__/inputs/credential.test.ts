import { describe, expect, it } from '@jest/globals'

import { givenSecrets } from '../../src/inputs/credential.ts'

describe('givenSecrets', () => {
  it('names every secret of inputs and environment, used or not, and no key id', () => {
    const everything = (kind: string) => (name: string) => `${kind} ${name}`
    expect(givenSecrets(everything('input'), everything('variable'))).toEqual([
      'input secret-access-key',
      'input security-token',
      'input token',
      'input github-token',
      'variable HUAWEI_CLOUD_SECRET_ACCESS_KEY',
      'variable HUAWEI_CLOUD_SECURITY_TOKEN',
      'variable HUAWEICLOUD_SDK_SK',
      'variable HUAWEICLOUD_SDK_SECURITY_TOKEN',
      'variable HW_SECRET_KEY',
      'variable HW_SECURITY_TOKEN',
      'variable HW_AUTH_TOKEN',
    ])
  })
})
