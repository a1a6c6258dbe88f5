const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/**
 * Puts the scheme before addresses of proxies that lack it (`proxy.example:8080`): the toolkit's client would take the
 * host for the scheme, and go without the proxy.
 *
 * @param env the process's environment, which is changed
 */
export function completeProxyAddresses(env: Record<string, string | undefined>): void {
  for (const name of PROXY_VARIABLES) {
    const address = (env[name] ?? '').trim()
    if (address !== '' && !/^[a-z][a-z\d+.-]*:\/\//i.test(address)) env[name] = `http://${address}`
  }
}

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
