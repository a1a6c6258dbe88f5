// Maps, because an object also answers to `constructor` (docs/service.md, "Endpoints").
const DOMAINS: ReadonlyMap<string, string> = new Map([['eu-west-101', 'myhuaweicloud.eu']])
const FACTORY_NAMES: ReadonlyMap<string, string> = new Map([['cn-east-4', 'dayu']])

/**
 * Returns the base URL of a service in a region; that of OBS is without a bucket. Fewer regions have STS than DataArts
 * Factory.
 *
 * @param region of the form `[a-z0-9-]{1,32}`, checked before: any other text could name another host
 */
export function endpointOf(service: 'factory' | 'iam' | 'obs' | 'sts', region: string): string {
  const name = service === 'factory' ? (FACTORY_NAMES.get(region) ?? 'dayu-dlf') : service
  return `https://${name}.${region}.${DOMAINS.get(region) ?? 'myhuaweicloud.com'}`
}
