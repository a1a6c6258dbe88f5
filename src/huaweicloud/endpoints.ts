// Maps, because an object also answers to `constructor` (docs/service.md, "Endpoints").
const DOMAINS: ReadonlyMap<string, string> = new Map([['eu-west-101', 'myhuaweicloud.eu']])
const FACTORY_NAMES: ReadonlyMap<string, string> = new Map([['cn-east-4', 'dayu']])

/**
 * Returns the base URL of a service in a region.
 *
 * @param region of the form `[a-z0-9-]{1,32}`, checked before: any other text could name another host
 */
function endpointOf(service: string, region: string): string {
  return `https://${service}.${region}.${DOMAINS.get(region) ?? 'myhuaweicloud.com'}`
}

/** Returns the base URL of DataArts Factory in a region. */
export function factoryEndpoint(region: string): string {
  return endpointOf(FACTORY_NAMES.get(region) ?? 'dayu-dlf', region)
}

/** Returns the base URL of STS in a region; fewer regions have STS than DataArts Factory. */
export function stsEndpoint(region: string): string {
  return endpointOf('sts', region)
}

/** Returns the base URL of IAM in a region. */
export function iamEndpoint(region: string): string {
  return endpointOf('iam', region)
}

/** Returns the base URL of OBS in a region, without a bucket. */
export function obsEndpoint(region: string): string {
  return endpointOf('obs', region)
}
