// Regions whose Factory is not at the usual address (docs/service.md, "Endpoints").
// A map, because an object also answers to `constructor`.
const UNUSUAL_ENDPOINTS: ReadonlyMap<string, string> = new Map([
  ['cn-east-4', 'https://dayu.cn-east-4.myhuaweicloud.com'],
  ['eu-west-101', 'https://dayu-dlf.eu-west-101.myhuaweicloud.eu'],
])

/**
 * Returns the base URL of DataArts Factory in a region.
 *
 * @param region of the form `[a-z0-9-]{1,32}`; anything else could name another host and must have been refused before
 */
export function factoryEndpoint(region: string): string {
  return UNUSUAL_ENDPOINTS.get(region) ?? `https://dayu-dlf.${region}.myhuaweicloud.com`
}

/** Returns the base URL of STS in a region; not every region of Factory has one. */
export function stsEndpoint(region: string): string {
  return `https://sts.${region}.myhuaweicloud.com`
}

/** Returns the base URL of OBS in a region, without a bucket. */
export function obsEndpoint(region: string): string {
  const domain = region === 'eu-west-101' ? 'myhuaweicloud.eu' : 'myhuaweicloud.com'
  return `https://obs.${region}.${domain}`
}
