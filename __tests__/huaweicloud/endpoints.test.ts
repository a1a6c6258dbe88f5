import { describe, expect, it } from '@jest/globals'

import { endpointOf } from '../../src/huaweicloud/endpoints.ts'

describe('endpointOf for DataArts Factory', () => {
  it.each([
    ['cn-north-4', 'https://dayu-dlf.cn-north-4.myhuaweicloud.com'],
    ['cn-north-11', 'https://dayu-dlf.cn-north-11.myhuaweicloud.com'],
    ['my-kualalumpur-1', 'https://dayu-dlf.my-kualalumpur-1.myhuaweicloud.com'],
    ['cn-east-4', 'https://dayu.cn-east-4.myhuaweicloud.com'],
    ['eu-west-101', 'https://dayu-dlf.eu-west-101.myhuaweicloud.eu'],
    ['constructor', 'https://dayu-dlf.constructor.myhuaweicloud.com'],
  ])('returns the base URL of %s', (region, endpoint) => {
    expect(endpointOf('factory', region)).toBe(endpoint)
  })
})

describe('endpointOf for STS', () => {
  it.each([
    ['cn-north-4', 'https://sts.cn-north-4.myhuaweicloud.com'],
    ['ap-southeast-3', 'https://sts.ap-southeast-3.myhuaweicloud.com'],
    ['eu-west-101', 'https://sts.eu-west-101.myhuaweicloud.eu'],
  ])('returns the base URL of %s', (region, endpoint) => {
    expect(endpointOf('sts', region)).toBe(endpoint)
  })
})

describe('endpointOf for IAM', () => {
  it.each([
    ['cn-north-4', 'https://iam.cn-north-4.myhuaweicloud.com'],
    ['eu-west-101', 'https://iam.eu-west-101.myhuaweicloud.eu'],
  ])('returns the base URL of %s', (region, endpoint) => {
    expect(endpointOf('iam', region)).toBe(endpoint)
  })
})

describe('endpointOf for OBS', () => {
  it.each([
    ['cn-north-4', 'https://obs.cn-north-4.myhuaweicloud.com'],
    ['eu-west-101', 'https://obs.eu-west-101.myhuaweicloud.eu'],
  ])('returns the base URL of %s', (region, endpoint) => {
    expect(endpointOf('obs', region)).toBe(endpoint)
  })
})
