import ObsUtils from 'esdk-obs-nodejs/lib/utils.js'

const CONTEXT = {
  signature: 'obs',
  headerPrefix: 'x-obs-',
  headerMetaPrefix: 'x-obs-meta-',
  authPrefix: 'OBS',
  stsToken: 'x-obs-security-token',
}
const SIGNED = { 'content-md5': 'Content-MD5', 'content-type': 'Content-Type', date: 'Date' }

/**
 * Has the SDK of OBS encode the path and sign the request of an object, the bucket in the path.
 *
 * @param headers names in lower case
 */
export function officialRequest(
  {
    bucket,
    key,
    method = 'PUT',
  }: { readonly bucket: string; readonly key: string; readonly method?: string },
  headers: Readonly<Record<string, string>>,
  accessKey: { readonly id: string; readonly secret: string },
): { readonly authorization: string; readonly uri: string } {
  const sdk: unknown = Object.assign(Object.create(ObsUtils.prototype), {
    ak: accessKey.id,
    sk: accessKey.secret,
    isCname: false,
    pathStyle: true,
    signatureContext: CONTEXT,
    log: { isLevelEnabled: () => false },
  })
  const request = ObsUtils.prototype.makeParam.call(sdk, 'PutObject', { Bucket: bucket, Key: key })
  const sent = Object.entries(headers).flatMap(([name, value]) => {
    const known = name in SIGNED ? SIGNED[name as keyof typeof SIGNED] : name
    return name in SIGNED || name.startsWith('x-obs-') ? [[known, value] as const] : []
  })
  const signed = { ...request, method, headers: Object.fromEntries(sent) as Record<string, string> }
  ObsUtils.prototype.doAuth.call(sdk, signed, 'PutObject', CONTEXT)
  return { authorization: signed.headers.Authorization ?? '', uri: request.uri }
}
