export const id = 14;
export const ids = [14];
export const modules = {

/***/ 7476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ untilSettled)
/* harmony export */ });
/* harmony import */ var _pauses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3998);

const MAX_TRYING_MS = 120_000;
const MIN_PAUSE_MS = 500;
async function untilSettled(attempt, passingFault, { clock, random, cancelled, onPause }) {
    const deadlineMs = clock.now() + MAX_TRYING_MS;
    const isCancelled = () => cancelled.aborted;
    for (let failures = 1; !isCancelled(); failures += 1) {
        const result = await attempt();
        const fault = passingFault(result);
        const leftMs = deadlineMs - clock.now();
        if (fault === undefined || leftMs <= 0)
            return result;
        if (isCancelled())
            break;
        const pauseMs = Math.min((0,_pauses_js__WEBPACK_IMPORTED_MODULE_0__/* .faultPauseMs */ .z)(fault, failures, MIN_PAUSE_MS, random()), leftMs);
        onPause(result, pauseMs);
        await clock.sleep(pauseMs, cancelled);
    }
    return undefined;
}


/***/ }),

/***/ 2014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signIn: () => (/* binding */ signIn)
});

// EXTERNAL MODULE: ./src/core/task/remote-texts.ts
var remote_texts = __webpack_require__(6342);
// EXTERNAL MODULE: ./src/core/wait/retry.ts
var retry = __webpack_require__(7476);
// EXTERNAL MODULE: ./src/github/id-token.ts
var id_token = __webpack_require__(4138);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __webpack_require__(1609);
// EXTERNAL MODULE: ./src/core/text/redact.ts
var redact = __webpack_require__(522);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-answer.ts + 1 modules
var service_answer = __webpack_require__(8116);
;// CONCATENATED MODULE: ./src/huaweicloud/credential/issued.ts




const secretShape = (part) => dist/* pipe */.FsL(dist/* string */.YjP((0,redact/* secretFlaw */.LI)(part)), dist/* regex */.yGV(redact/* SECRET */.bB, (0,redact/* secretFlaw */.LI)(part)));
const MIN_SECONDS = 900;
const MAX_SECONDS = 3600;
const MARGIN_SECONDS = 600;
function durationSecondsFor(timeoutMs) {
    return Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, Math.ceil(timeoutMs / 1000) + MARGIN_SECONDS));
}
function postJson(address, body, headers = {}) {
    const common = {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'wait-for-dlf-task',
    };
    return {
        method: 'POST',
        url: new URL(address),
        headers: { ...common, ...headers },
        body: JSON.stringify(body),
    };
}
function readSecret(text, part) {
    const { success, output, issues } = dist/* safeParse */.xLC(secretShape(part), text);
    return success ? { value: output } : { flaw: issues[0].message };
}
function secretsAmong(texts) {
    return texts.filter((text) => dist.is(secretShape(''), text));
}
function keyReader(names) {
    const secretPart = (name) => secretShape(`the field '${name}'`);
    const noDate = `the field '${names.end}' is not a date`;
    const shape = dist/* object */.Ikc({
        id: secretPart(names.id),
        secret: secretPart(names.secret),
        securityToken: secretPart(names.securityToken),
        end: dist/* pipe */.FsL(dist/* string */.YjP(noDate), dist/* isoTimestamp */.yhX(noDate), dist/* transform */.pdi(Date.parse), dist/* number */.aig(noDate)),
    });
    const partsOf = (body) => {
        const parts = fieldsOf(fieldsOf(body)[names.envelope]);
        return {
            id: parts[names.id],
            secret: parts[names.secret],
            securityToken: parts[names.securityToken],
            end: parts[names.end],
        };
    };
    return {
        secretsIn(body) {
            const { id, secret, securityToken } = partsOf(body);
            return secretsAmong([id, secret, securityToken]);
        },
        read(body, headers) {
            const parsed = dist/* safeParse */.xLC(shape, partsOf(body));
            if (!parsed.success)
                return { flaw: parsed.issues[0].message };
            const { end, ...key } = parsed.output;
            const issuedMs = (0,service_answer/* dateHeader */.sJ)(headers);
            return end <= (issuedMs ?? Number.NEGATIVE_INFINITY)
                ? { flaw: `the key ended at ${new Date(end).toISOString()}, before it was issued` }
                : { value: { key, expiresMs: end, ...(0,omit_undefined/* omitUndefined */.O)({ issuedMs }) } };
        },
    };
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}

;// CONCATENATED MODULE: ./src/huaweicloud/credential/iam.ts

const SUCCESSES = [200, 201];
const TOKEN_HEADER = 'x-subject-token';
const JSON_IN_UTF8 = { 'content-type': 'application/json;charset=utf8' };
const KEY = keyReader({
    envelope: 'credential',
    id: 'access',
    secret: 'secret',
    securityToken: 'securitytoken',
    end: 'expires_at',
});
function requestUnscopedToken({ iamEndpoint, provider }, idToken) {
    const address = `${iamEndpoint}/v3.0/OS-AUTH/id-token/tokens`;
    const body = { auth: { id_token: { id: idToken } } };
    return {
        request: postJson(address, body, { ...JSON_IN_UTF8, 'x-idp-id': provider }),
        successes: SUCCESSES,
        secretsIn: (_body, headers) => secretsAmong([headers[TOKEN_HEADER]]),
        read: (_body, headers) => readSecret(headers[TOKEN_HEADER], `the header '${TOKEN_HEADER}'`),
    };
}
function requestTemporaryKey({ iamEndpoint }, durationSeconds, token) {
    const identity = { methods: ['token'], token: { id: token, duration_seconds: String(durationSeconds) } };
    const address = `${iamEndpoint}/v3.0/OS-CREDENTIAL/securitytokens`;
    return { ...KEY, request: postJson(address, { auth: { identity } }, JSON_IN_UTF8), successes: SUCCESSES };
}

// EXTERNAL MODULE: ./src/core/wait/pauses.ts
var pauses = __webpack_require__(3998);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-clock.ts
var service_clock = __webpack_require__(2402);
// EXTERNAL MODULE: ./src/huaweicloud/credential/credentials.ts
var credentials = __webpack_require__(5776);
;// CONCATENATED MODULE: ./src/huaweicloud/credential/keyless-credential.ts



const MAX_LEAD_MS = 300_000;
const MIN_LIFE_MS = 900_000;
const MIN_PAUSE_MS = 1000;
function createKeylessCredential(first, renewal) {
    const keys = createRenewedKeys(first, renewal);
    const sentWith = new WeakMap();
    return {
        refusedAdvice: renewal.refusedAdvice,
        ready: keys.ready,
        async accessKey() {
            await keys.ready();
            return keys.usable()?.credential.accessKey();
        },
        async headersFor(request) {
            const used = keys.usable();
            sentWith.set(request, used);
            return used?.credential.headersFor(request);
        },
        problem: keys.problem,
        async recover(error, refused) {
            const used = sentWith.get(refused) ?? keys.current();
            return (await used.credential.recover(error, refused)) || keys.replace(used, error);
        },
    };
}
function createRenewedKeys(first, renewal) {
    const { exchange, clock, random, refusedAdvice, pending } = renewal;
    let current = keysOf(first, renewal);
    let renewing;
    let failures = 0;
    let nextAttemptMs = Number.NEGATIVE_INFINITY;
    let refusedKeys;
    let refusedWereReplaced = false;
    let failure;
    const areRefused = () => current === refusedKeys;
    const areUsable = () => clock.now() < current.unusableMs && !areRefused();
    async function renew() {
        const outcome = await exchange();
        renewing = undefined;
        if (outcome.kind === 'success') {
            refusedWereReplaced ||= areRefused();
            current = keysOf(outcome.value, renewal);
            failures = 0;
            failure = undefined;
            return;
        }
        failure = outcome;
        failures += 1;
        nextAttemptMs = clock.now() + (0,pauses/* faultPauseMs */.z)(outcome.fault, failures, MIN_PAUSE_MS, random());
    }
    function ready() {
        const isDue = clock.now() >= current.renewAtMs || (areRefused() && !refusedWereReplaced);
        const awaited = isDue && clock.now() >= nextAttemptMs ? (renewing ??= renew()) : renewing;
        return areUsable() ? undefined : awaited;
    }
    return {
        ready,
        problem: () => (areUsable() ? undefined : (failure ?? (renewing && pending))),
        current: () => current,
        usable: () => (areUsable() ? current : undefined),
        async replace(refused, error) {
            if (refused !== current)
                return true;
            refusedKeys = refused;
            if (refusedWereReplaced && renewing === undefined) {
                const fault = { reason: 'unauthorized', httpStatus: 401, error, advice: refusedAdvice };
                failure = { kind: 'final', fault };
                return false;
            }
            await ready();
            return true;
        },
    };
}
function keysOf({ key, expiresMs, issuedMs }, { clock, serviceClock }) {
    const leftMs = expiresMs - serviceClock.now();
    const issuedForMs = issuedMs === undefined ? MIN_LIFE_MS : expiresMs - issuedMs;
    const lifeMs = leftMs > 0 ? leftMs : issuedForMs;
    const endMs = clock.now() + lifeMs;
    return {
        credential: (0,credentials/* accessKeyCredential */.r)(key, serviceClock),
        renewAtMs: endMs - Math.min(MAX_LEAD_MS, lifeMs / 2),
        unusableMs: endMs - Math.min(service_clock/* TOLERANCE_MS */.Z, lifeMs / 10),
    };
}

;// CONCATENATED MODULE: ./src/huaweicloud/credential/sts.ts

const sts_KEY = keyReader({
    envelope: 'credentials',
    id: 'access_key_id',
    secret: 'secret_access_key',
    securityToken: 'security_token',
    end: 'expiration',
});
function assumeAgency({ stsEndpoint, provider, agency }, { sessionName, durationSeconds }, idToken) {
    return {
        ...sts_KEY,
        successes: [200],
        request: postJson(`${stsEndpoint}/v5/agencies/assume-with-oidc`, {
            provider_urn: provider,
            agency_urn: agency,
            agency_session_name: sessionName,
            id_token: idToken,
            duration_seconds: durationSeconds,
        }),
    };
}

// EXTERNAL MODULE: ./src/inputs/setup-error.ts
var setup_error = __webpack_require__(6463);
// EXTERNAL MODULE: ./src/core/report/messages.ts + 1 modules
var messages = __webpack_require__(3936);
// EXTERNAL MODULE: ./src/core/task/error-text.ts
var error_text = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/core/text/duration.ts
var duration = __webpack_require__(2691);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/sign-in-advice.ts




const STS = ['agency-key'];
const IAM = ['unscoped-token', 'user-key'];
const CLOUD = [...STS, ...IAM];
const WITH_ID_TOKEN = ['agency-key', 'unscoped-token'];
const IAM_WITH_ID_TOKEN = ['unscoped-token'];
const NOT_THERE = ['connection', 'timeout', 'untrusted-certificate', 'redirected'];
const isNotThere = (said, { reason, httpStatus = 0 }) => NOT_THERE.includes(reason) || httpStatus === 405 || (httpStatus === 404 && /^(?:APIG|$)/.test(said));
const BROKEN = ['cut', 'unexpected-body', 'too-large', 'unknown-encoding'];
const SAYS_NOTHING = [...BROKEN, 'timeout', 'redirected'];
const REFUSALS = ['unauthorized', 'forbidden', 'no-such-api', 'rejected'];
const isBroken = ({ reason, httpStatus }) => BROKEN.includes(reason) || (reason === 'timeout' && httpStatus !== undefined);
const CAUSES = [
    {
        stages: ['id-token', ...CLOUD],
        fits: (_, { reason }) => reason === 'proxy-refused',
        advice: 'Check the user and password of the proxy in \'HTTPS_PROXY\' (docs/authentication.md, "When signing in fails").',
    },
    {
        stages: CLOUD,
        fits: (_, fault) => isBroken(fault),
        advice: 'This is not an answer that IAM or STS documents. Run the job again. If it fails again, check whether the proxy in \'HTTPS_PROXY\' changes answers, or report the answer to Huawei Cloud (docs/authentication.md, "When signing in fails").',
    },
    {
        stages: ['id-token'],
        fits: (_, { httpStatus = 0 }) => httpStatus === 401 || httpStatus === 403,
        advice: 'Check that the job has \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").',
    },
    {
        stages: WITH_ID_TOKEN,
        fits: (said) => /audience|client.?id/i.test(said),
        advice: 'Check that \'oidc-audience\' is a client ID of the identity provider (docs/authentication.md, "When signing in fails").',
    },
    {
        stages: WITH_ID_TOKEN,
        fits: (said) => /\bexpired\b|not valid yet|not yet valid|\bclock\b/i.test(said),
        advice: "An ID token is valid for a few minutes by the clock of its issuer. Run the job again. On GitHub Enterprise Server, compare that server's clock with the clock of 'sts-endpoint' or 'iam-endpoint' (docs/authentication.md, \"When signing in fails\").",
    },
    {
        stages: IAM_WITH_ID_TOKEN,
        fits: (said) => /signature|signing.?key|\bkid\b|jwks?\b/i.test(said),
        advice: 'Refresh the signing key of the identity provider in \'oidc-provider\': GitHub may have changed its keys (docs/authentication.md, "Refresh the signing key").',
    },
    {
        stages: IAM_WITH_ID_TOKEN,
        fits: (_, { httpStatus = 0 }) => httpStatus === 401,
        advice: "Check that 'oidc-audience' is the client ID of the identity provider, and that its signing key holds GitHub's current keys (docs/authentication.md, \"Refresh the signing key\").",
    },
    {
        stages: IAM_WITH_ID_TOKEN,
        fits: (_, { httpStatus = 0 }) => httpStatus === 403,
        advice: 'Check that a conversion rule of the identity provider in \'oidc-provider\' accepts the subject of this run (docs/authentication.md, "Set up the federated user").',
    },
    {
        stages: IAM,
        fits: isNotThere,
        advice: "Check 'region', or set 'iam-endpoint' to the IAM of your cloud (docs/authentication.md, \"Where IAM and STS are\").",
    },
    {
        stages: IAM_WITH_ID_TOKEN,
        fits: (_, { httpStatus = 0 }) => httpStatus === 404,
        advice: 'Check that the identity provider in \'oidc-provider\' exists and has the protocol oidc (docs/authentication.md, "Set up the federated user").',
    },
    {
        stages: STS,
        fits: (said) => /provider|issuer/i.test(said),
        advice: 'Check the URN in \'oidc-provider\' (docs/authentication.md, "Set up the trust agency").',
    },
    {
        stages: STS,
        fits: (said) => /PAP5\.0001|STS5\.1001|access denied|subject|assumeWithOIDC|trust policy/i.test(said),
        advice: 'Check that the trust policy of the agency in \'oidc-agency\' accepts the subject of this run (docs/authentication.md, "Set up the trust agency").',
    },
    {
        stages: STS,
        fits: (said) => /agency/i.test(said),
        advice: 'Check the URN in \'oidc-agency\' (docs/authentication.md, "Set up the trust agency").',
    },
    {
        stages: STS,
        fits: (said, fault, endpoint) => isNotThere(said, fault) && /\.myhuaweicloud\.eu(?:[:/]|$)/.test(endpoint),
        advice: "The European cloud lists no STS. Sign in as a federated user: set 'oidc-provider' to the name of the provider, and leave 'oidc-agency' empty (docs/authentication.md, \"Where IAM and STS are\").",
    },
    {
        stages: STS,
        fits: isNotThere,
        advice: 'Check that STS exists in this region, or set \'sts-endpoint\' to another region of the same cloud (docs/authentication.md, "Where IAM and STS are").',
    },
];
const STAGE_WORDS = {
    'id-token': "GitHub's service gave no ID token",
    'agency-key': 'STS gave no temporary key',
    'unscoped-token': 'IAM did not accept the ID token',
    'user-key': 'IAM gave no temporary key',
};
const SERVICES = {
    'id-token': 'GitHub',
    'agency-key': 'STS',
    'unscoped-token': 'IAM',
    'user-key': 'IAM',
};
const OTHERWISE = {
    'id-token': "The job has 'permissions: id-token: write', so run it again; if it fails again, see GitHub's status page (docs/authentication.md, \"When signing in fails\").",
    'agency-key': "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint' (docs/authentication.md, \"When signing in fails\").",
    'unscoped-token': "Check 'oidc-provider' and 'iam-endpoint' (docs/authentication.md, \"When signing in fails\").",
    'user-key': 'Check the permissions of the user group that the ID token is mapped to, and the status of IAM at \'iam-endpoint\'. The ID token itself was accepted (docs/authentication.md, "When signing in fails").',
};
const NO_ID_TOKEN = 'Signing in needs an ID token, and this job may not ask for one. Give it \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").';
const NO_ID_TOKEN_FOR_FORK = 'Keyless sign-in does not work for pull requests from forks: GitHub gives them no ID token, even with \'permissions: id-token: write\'. Run this job on push or in a merge queue instead (docs/authentication.md, "Pull requests from forks").';
const REFUSED_KEYS_ADVICE = "The service refused temporary keys that were just issued. Check that 'endpoint' belongs to the same cloud as 'iam-endpoint' or 'sts-endpoint', and that the user group or the agency still exists (docs/authentication.md, \"When signing in fails\").";
const SIGN_IN_ADVICE = [
    ...CAUSES.map(({ advice }) => advice),
    ...Object.values(OTHERWISE),
    NO_ID_TOKEN,
    NO_ID_TOKEN_FOR_FORK,
    REFUSED_KEYS_ADVICE,
];
function explainSignIn(stage, fault, choice) {
    return `${whatFailed(stage, fault)}. ${adviceOn(stage, fault, choice)}`;
}
function explainRetry(stage, fault, pauseMs) {
    return `${whatFailed(stage, fault)}. Trying again in ${(0,duration/* formatDuration */.a)(pauseMs)}.`;
}
function renewalFacts(stage, fault, choice) {
    const detail = [causeOf(fault), fault.detail].filter((part) => part !== undefined).join(', ');
    const failed = `Renewing the temporary keys failed: ${stageWords(stage, fault)}`;
    return {
        signIn: SERVICES[stage],
        advice: `${failed}. ${adviceOn(stage, fault, choice)}`,
        ...(detail !== '' && { detail }),
    };
}
function renewalPending(choice) {
    const stage = choice.kind === 'trust-agency' ? 'agency-key' : 'user-key';
    const fault = { reason: 'timeout' };
    const facts = { ...renewalFacts(stage, fault, choice), detail: 'no answer yet' };
    return { kind: 'passing', fault: { ...fault, ...facts } };
}
function adviceOn(stage, fault, choice) {
    const endpoint = choice.kind === 'trust-agency' ? choice.stsEndpoint : choice.iamEndpoint;
    const said = wordsOf(fault);
    const cause = CAUSES.find(({ stages, fits }) => stages.includes(stage) && fits(said, fault, endpoint));
    return cause?.advice ?? OTHERWISE[stage];
}
function whatFailed(stage, fault) {
    const { httpStatus, detail, error, reason } = fault;
    const said = wordsOf(fault);
    const facts = [
        httpStatus === undefined ? undefined : `HTTP ${String(httpStatus)}`,
        causeOf(fault),
        detail,
        said === '' ? undefined : said,
        error?.requestId === undefined ? undefined : `request ${(0,plain/* plainText */.wh)(error.requestId, 100)}`,
    ].filter((part) => part !== undefined);
    return `${stageWords(stage, fault)} (${facts.length === 0 ? reason : facts.join(', ')})`;
}
function causeOf({ reason }) {
    return SAYS_NOTHING.includes(reason) ? messages/* messages */.DZ.words.faults[reason] : undefined;
}
function stageWords(stage, { reason }) {
    const isUnknown = stage === 'unscoped-token' && !REFUSALS.includes(reason);
    return isUnknown ? 'IAM gave no unscoped token' : STAGE_WORDS[stage];
}
function wordsOf({ error }) {
    return (0,plain/* plainText */.wh)((0,error_text/* errorText */.k)(error), 500);
}

;// CONCATENATED MODULE: ./src/sign-in.ts










async function signIn(choice, neededMs, process) {
    const { runner, cancelled } = process;
    const exchange = createExchange(choice, neededMs, process);
    const last = await (0,retry/* untilSettled */.Q)(exchange, (outcome) => (outcome.kind === 'passing' ? outcome.fault : undefined), {
        ...process,
        onPause(outcome, pauseMs) {
            if (outcome.kind === 'passing')
                runner.info(explainRetry(outcome.stage, outcome.fault, pauseMs));
        },
    });
    if (last === undefined || (last.kind !== 'success' && cancelled.aborted))
        return undefined;
    if (last.kind !== 'success') {
        throw new setup_error/* SetupError */.w([explainSignIn(last.stage, last.fault, choice)], { error: last.fault.error });
    }
    return createKeylessCredential(last.value, {
        ...process,
        async exchange() {
            const outcome = await exchange();
            if (outcome.kind === 'success')
                return outcome;
            return (0,service_answer/* withFacts */.Qj)(outcome, renewalFacts(outcome.stage, outcome.fault, choice));
        },
        refusedAdvice: REFUSED_KEYS_ADVICE,
        pending: renewalPending(choice),
    });
}
function createExchange(choice, neededMs, process) {
    const { readVariable, readRun, connect } = process;
    const request = (0,id_token/* idTokenRequest */.Eu)(readVariable, choice.audience);
    if (request === undefined) {
        throw new setup_error/* SetupError */.w([(0,id_token/* isForkPullRequest */.B7)(readRun()) ? NO_ID_TOKEN_FOR_FORK : NO_ID_TOKEN]);
    }
    const durationSeconds = durationSecondsFor(neededMs);
    const settings = { sessionName: (0,id_token/* sessionName */.Cy)(readVariable), durationSeconds };
    const [github, cloud] = [connect(), connect()];
    return async () => {
        const idToken = await ask('id-token', { ...id_token/* ID_TOKEN_STEP */.rX, request }, github, process);
        if (idToken.kind !== 'success')
            return idToken;
        if (choice.kind === 'trust-agency') {
            return ask('agency-key', assumeAgency(choice, settings, idToken.value), cloud, process);
        }
        const token = await ask('unscoped-token', requestUnscopedToken(choice, idToken.value), cloud, process);
        if (token.kind !== 'success')
            return token;
        return ask('user-key', requestTemporaryKey(choice, durationSeconds, token.value), cloud, process);
    };
}
async function ask(stage, { request, successes, secretsIn, read }, send, { runner, redact, serviceClock, cancelled }) {
    const result = await send(request, cancelled);
    const response = result.kind === 'response' ? result : undefined;
    if (response)
        secretsIn((0,service_answer/* parseJson */.qF)(response.body), response.headers).forEach(runner.mask);
    const answer = (0,service_answer/* readServiceAnswer */.QC)(result, serviceClock.now, successes);
    if (answer.kind !== 'success')
        return { stage, ...(0,remote_texts/* mapTexts */.z)(answer, redact) };
    const reading = read(answer.body, response?.headers ?? {});
    if ('flaw' in reading) {
        const failed = (0,service_answer/* withFacts */.Qj)((0,service_answer/* unexpectedBody */.Eu)(answer.error, response?.status), { detail: reading.flaw });
        return { stage, ...(0,remote_texts/* mapTexts */.z)(failed, redact) };
    }
    if (stage !== 'id-token' && answer.serverTimeMs !== undefined)
        serviceClock.learn(answer.serverTimeMs);
    return { stage, kind: 'success', ...reading };
}


/***/ })

};
