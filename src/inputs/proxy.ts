const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/**
 * Adds the scheme to addresses of proxies that lack it (`proxy.example:8080`). The toolkit's client would take the host
 * for the scheme and ignore the proxy.
 *
 * @param env the process's environment, which is changed
 */
export function completeProxyAddresses(env: Record<string, string | undefined>): void {
  for (const name of PROXY_VARIABLES) {
    const address = (env[name] ?? '').trim()
    if (address !== '' && !/^[a-z][a-z\d+.-]*:\/\//i.test(address)) env[name] = `http://${address}`
  }
}

/** Returns a variable whose value is not the address of a proxy: the toolkit's client would ignore it and connect directly. */
export function invalidProxyVariable(readVariable: (name: string) => string): string | undefined {
  return PROXY_VARIABLES.find((name) => {
    const address = readVariable(name)
    return address !== '' && (!URL.canParse(address) || new URL(address).hostname === '')
  })
}

/** Returns the passwords in the proxy addresses of the environment, both as written and decoded. */
export function proxyPasswords(readVariable: (name: string) => string): readonly string[] {
  return PROXY_VARIABLES.flatMap((name) => {
    const address = readVariable(name)
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
