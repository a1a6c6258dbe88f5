const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/** Returns the passwords in the addresses of proxies that the environment names, as written and decoded. */
export function proxyPasswords(readVariable: (name: string) => string): readonly string[] {
  return PROXY_VARIABLES.flatMap((name) => {
    const address = readVariable(name)
    // A proxy may be written without a scheme, which the toolkit's client then adds.
    const url = [address, `http://${address}`].find(
      (text) => URL.canParse(text) && new URL(text).password !== '',
    )
    return url === undefined ? [] : bothForms(new URL(url).password)
  })
}

function bothForms(password: string): readonly string[] {
  try {
    return [...new Set([password, decodeURIComponent(password)])]
  } catch {
    return [password]
  }
}
