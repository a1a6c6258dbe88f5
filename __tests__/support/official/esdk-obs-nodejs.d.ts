// The SDK has no types; these are the two functions of it that a test calls.
declare module 'esdk-obs-nodejs/lib/utils.js' {
  const ObsUtils: {
    readonly prototype: {
      readonly makeParam: (
        this: unknown,
        method: 'PutObject',
        parameters: Readonly<Record<'Bucket' | 'Key', string>>,
      ) => { readonly method: string; readonly uri: string; readonly urlPath: string }
      /** Adds the header `Authorization` to the request. */
      readonly doAuth: (
        this: unknown,
        request: { readonly headers: Record<string, string> },
        method: 'PutObject',
        context: object,
      ) => void
    }
  }
  export = ObsUtils
}
