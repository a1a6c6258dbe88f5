export const id = 312;
export const ids = [312];
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
        const pauseMs = Math.min((0,_pauses_js__WEBPACK_IMPORTED_MODULE_0__/* .faultPauseMs */ .zw)(fault, failures, MIN_PAUSE_MS, random()), leftMs);
        onPause(result, pauseMs);
        await clock.sleep(pauseMs, cancelled);
    }
    return undefined;
}


/***/ }),

/***/ 2312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectKeyless: () => (/* binding */ connectKeyless)
});

// EXTERNAL MODULE: ./src/inputs/setup-error.ts
var setup_error = __webpack_require__(6463);
// EXTERNAL MODULE: ./src/core/task/redact-answer.ts
var redact_answer = __webpack_require__(4255);
// EXTERNAL MODULE: ./src/github/id-token.ts
var id_token = __webpack_require__(4138);
// EXTERNAL MODULE: ./src/core/wait/pauses.ts
var pauses = __webpack_require__(3998);
// EXTERNAL MODULE: ./src/huaweicloud/credential/credentials.ts
var credentials = __webpack_require__(5776);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-clock.ts
var service_clock = __webpack_require__(2402);
;// CONCATENATED MODULE: ./src/huaweicloud/credential/keyless-credential.ts



const MAX_LEAD_MS = 300_000;
const MIN_LIFE_MS = 900_000;
const MIN_PAUSE_MS = 1000;
function createKeylessCredential(first, { exchange, clock, serviceClock, random }) {
    const sentWith = new WeakMap();
    let current = take(first);
    let renewing;
    let failures = 0;
    let nextAttemptMs = Number.NEGATIVE_INFINITY;
    let refusedKeys;
    let failure;
    function take({ key, expiresMs }) {
        const credential = (0,credentials/* accessKeyCredential */.r)(key, serviceClock);
        const leftMs = expiresMs - serviceClock.now();
        const lifeMs = leftMs > 0 ? leftMs : MIN_LIFE_MS;
        const endMs = clock.now() + lifeMs;
        return {
            credential,
            renewAtMs: endMs - Math.min(MAX_LEAD_MS, lifeMs / 2),
            unusableMs: endMs - Math.min(service_clock/* TOLERANCE_MS */.Z, lifeMs / 10),
        };
    }
    async function renew() {
        const { answer } = await exchange();
        renewing = undefined;
        if (answer.kind === 'issued') {
            current = take(answer);
            failures = 0;
            failure = undefined;
            return true;
        }
        failure = answer;
        failures += 1;
        nextAttemptMs = clock.now() + (0,pauses/* faultPauseMs */.zw)(answer.fault, failures, MIN_PAUSE_MS, random());
        return false;
    }
    const renewOnce = () => (renewing ??= renew());
    const isUsable = () => clock.now() < current.unusableMs && current !== refusedKeys;
    function ready() {
        const now = clock.now();
        const renewal = now >= current.renewAtMs && now >= nextAttemptMs ? renewOnce() : renewing;
        return isUsable() ? undefined : renewal;
    }
    return {
        ready,
        async accessKey() {
            await ready();
            return isUsable() ? current.credential.accessKey() : undefined;
        },
        async headersFor(request) {
            if (!isUsable())
                return undefined;
            sentWith.set(request, current);
            return current.credential.headersFor(request);
        },
        problem: () => failure,
        async recover(error, refused) {
            const keys = sentWith.get(refused) ?? current;
            if (await keys.credential.recover(error, refused))
                return true;
            if (keys !== current)
                return true;
            const isFirst = refusedKeys === undefined;
            refusedKeys = keys;
            return isFirst || renewing !== undefined ? renewOnce() : false;
        },
    };
}

// EXTERNAL MODULE: ./src/huaweicloud/service/service-answer.ts + 1 modules
var service_answer = __webpack_require__(8116);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/huaweicloud/credential/sts.ts


const sts_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\x21-\x7e]+$/));
const credentialsShape = dist/* object */.Ikc({
    credentials: dist/* object */.Ikc({
        access_key_id: sts_text,
        secret_access_key: sts_text,
        security_token: sts_text,
        expiration: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX(), dist/* transform */.pdi(Date.parse), dist/* number */.aig()),
    }),
});
const anyText = dist/* fallback */.NpB(sts_text, '');
const anyCredentials = dist/* object */.Ikc({
    credentials: dist/* object */.Ikc({ access_key_id: anyText, secret_access_key: anyText, security_token: anyText }),
});
const MIN_SECONDS = 900;
const MAX_SECONDS = 3600;
const MARGIN_SECONDS = 600;
function durationSecondsFor(timeoutMs) {
    return Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, Math.ceil(timeoutMs / 1000) + MARGIN_SECONDS));
}
function assumeRequest(settings, idToken) {
    const { provider, agency, sessionName, durationSeconds } = settings;
    return {
        method: 'POST',
        url: new URL(`${settings.stsEndpoint}/v5/agencies/assume-with-oidc`),
        headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            'user-agent': 'wait-for-dlf-task',
        },
        body: JSON.stringify({
            provider_urn: provider,
            agency_urn: agency,
            agency_session_name: sessionName,
            id_token: idToken,
            duration_seconds: durationSeconds,
        }),
    };
}
function issuedSecrets(result) {
    const parsed = dist/* safeParse */.xLC(anyCredentials, result.kind === 'response' ? (0,service_answer/* parseJson */.qF)(result.body) : undefined);
    return parsed.success ? Object.values(parsed.output.credentials).filter((part) => part !== '') : [];
}
function readIssued(answer) {
    if (answer.kind !== 'success')
        return answer;
    const result = dist/* safeParse */.xLC(credentialsShape, answer.body);
    if (!result.success)
        return (0,service_answer/* unexpectedBody */.Eu)(answer.error);
    const { access_key_id: id, secret_access_key: secret, security_token: securityToken, expiration, } = result.output.credentials;
    return { kind: 'issued', key: { id, secret, securityToken }, expiresMs: expiration };
}

// EXTERNAL MODULE: ./src/core/wait/retry.ts
var retry = __webpack_require__(7476);
// EXTERNAL MODULE: ./src/core/task/error-text.ts
var error_text = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/core/text/duration.ts
var duration = __webpack_require__(2691);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/sign-in-advice.ts



const NOT_THERE = ['connection', 'timeout', 'untrusted-certificate', 'redirected'];
const CAUSES = [
    {
        stages: ['id-token', 'sts'],
        fits: (_, { reason }) => reason === 'proxy-refused',
        advice: 'Check user and password of the proxy in \'HTTPS_PROXY\' (docs/authentication.md, "When signing in fails").',
    },
    {
        stages: ['id-token'],
        fits: (_, { httpStatus = 0 }) => httpStatus === 401 || httpStatus === 403,
        advice: 'Check that the job has \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").',
    },
    {
        stages: ['sts'],
        fits: (said) => /audience|client id/i.test(said),
        advice: 'Check that \'oidc-audience\' is a client id of the identity provider (docs/authentication.md, "Create the identity provider").',
    },
    {
        stages: ['sts'],
        fits: (said) => /\bexpired\b|not valid yet|not yet valid|\bclock\b/i.test(said),
        advice: 'An ID token is good for a few minutes by the clock of whoever issued it: run the job again, and on GitHub Enterprise Server compare the clock of that server with the one of the STS at \'sts-endpoint\' (docs/authentication.md, "When signing in fails").',
    },
    {
        stages: ['sts'],
        fits: (said) => /provider|issuer/i.test(said),
        advice: 'Check the URN in \'oidc-provider\' (docs/authentication.md, "Create the identity provider").',
    },
    {
        stages: ['sts'],
        fits: (said) => /PAP5\.0001|access denied|subject|assumeWithOIDC|trust policy/i.test(said),
        advice: 'Check that the trust policy of the agency in \'oidc-agency\' lets in the subject of this run (docs/authentication.md, "Create the agency").',
    },
    {
        stages: ['sts'],
        fits: (said) => /agency/i.test(said),
        advice: 'Check the URN in \'oidc-agency\' (docs/authentication.md, "Create the agency").',
    },
    {
        stages: ['sts'],
        fits: (_, { reason, httpStatus = 0 }) => httpStatus === 404 || httpStatus === 405 || NOT_THERE.includes(reason),
        advice: 'Check that STS exists in this region, or set \'sts-endpoint\' to one where it does (docs/authentication.md, "Where STS is").',
    },
];
const STAGE_WORDS = {
    'id-token': "GitHub's service gave no ID token",
    sts: 'STS gave no temporary key',
};
const OTHERWISE = {
    'id-token': "The job has 'permissions: id-token: write', so run it again; if it goes on, look at GitHub's status page (docs/authentication.md, \"When signing in fails\").",
    sts: "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint' (docs/authentication.md, \"When signing in fails\").",
};
const NO_ID_TOKEN = 'Signing in needs an ID token, and this job may not ask for one. Give it \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").';
const NO_ID_TOKEN_FOR_FORK = "Signing in can't work in the pull request of a fork: GitHub gives such a run neither an ID token nor secrets, whatever 'permissions: id-token: write' says, so that strangers can't act in your cloud. Run this job on push or in a merge queue instead (docs/authentication.md, \"Pull requests of forks\").";
const SIGN_IN_ADVICE = [
    ...CAUSES.map(({ advice }) => advice),
    ...Object.values(OTHERWISE),
    NO_ID_TOKEN,
    NO_ID_TOKEN_FOR_FORK,
];
function explainSignIn(stage, fault) {
    const said = wordsOf(fault);
    const cause = CAUSES.find((each) => each.stages.includes(stage) && each.fits(said, fault));
    return `${whatFailed(stage, fault)}. ${cause?.advice ?? OTHERWISE[stage]}`;
}
function explainRetry(stage, fault, pauseMs) {
    return `${whatFailed(stage, fault)}. Trying again in ${(0,duration/* formatDuration */.a)(pauseMs)}.`;
}
function whatFailed(stage, fault) {
    const { httpStatus, detail, error, reason } = fault;
    const said = wordsOf(fault);
    const facts = [
        httpStatus === undefined ? undefined : `HTTP ${String(httpStatus)}`,
        detail,
        said === '' ? undefined : said,
        error?.requestId === undefined ? undefined : `request ${(0,plain/* plainText */.wh)(error.requestId, 100)}`,
    ].filter((part) => part !== undefined);
    return `${STAGE_WORDS[stage]} (${facts.length === 0 ? reason : facts.join(', ')})`;
}
function wordsOf({ error }) {
    return (0,plain/* plainText */.wh)((0,error_text/* errorText */.k)(error), 500);
}

;// CONCATENATED MODULE: ./src/sign-in.ts



async function signIn({ exchange, info, ...ports }) {
    const passingFault = ({ answer }) => answer.kind === 'passing' ? answer.fault : undefined;
    const onPause = ({ stage, answer }, pauseMs) => {
        if (answer.kind !== 'issued')
            info(explainRetry(stage, answer.fault, pauseMs));
    };
    const last = await (0,retry/* untilSettled */.Q)(exchange, passingFault, { ...ports, onPause });
    if (last?.answer.kind === 'issued')
        return last.answer;
    if (last === undefined || ports.cancelled.aborted)
        return undefined;
    const { fault } = last.answer;
    throw new setup_error/* SetupError */.w([explainSignIn(last.stage, fault)], { error: fault.error });
}

;// CONCATENATED MODULE: ./src/keyless.ts








async function connectKeyless(choice, timeoutMs, ports) {
    const { clock, serviceClock, random, cancelled, info } = ports;
    const exchange = createExchange(choice, timeoutMs, ports);
    const first = await signIn({ exchange, clock, random, cancelled, info });
    return first && createKeylessCredential(first, { exchange, clock, serviceClock, random });
}
function createExchange(choice, timeoutMs, ports) {
    const { readVariable, mask, redact, sendToGitHub, sendToSts, serviceClock, cancelled } = ports;
    const request = (0,id_token/* idTokenRequest */.Eu)(readVariable, choice.audience);
    if (request === undefined) {
        const isFork = (0,id_token/* isForkPullRequest */.B7)(readVariable('GITHUB_EVENT_NAME'), ports.readEvent());
        throw new setup_error/* SetupError */.w([isFork ? NO_ID_TOKEN_FOR_FORK : NO_ID_TOKEN]);
    }
    const settings = {
        ...choice,
        sessionName: (0,id_token/* sessionName */.Cy)(readVariable),
        durationSeconds: durationSecondsFor(timeoutMs),
    };
    return async () => {
        const read = (result) => (0,service_answer/* readServiceAnswer */.QC)(result, serviceClock.now);
        const answer = read(await sendToGitHub(request, cancelled));
        if (answer.kind !== 'success')
            return { stage: 'id-token', answer: (0,redact_answer/* redactTexts */.S)(answer, redact) };
        const idToken = (0,id_token/* readIdToken */.xm)(answer.body);
        if (idToken === undefined) {
            return { stage: 'id-token', answer: (0,redact_answer/* redactTexts */.S)((0,service_answer/* unexpectedBody */.Eu)(answer.error), redact) };
        }
        mask(idToken);
        const result = await sendToSts(assumeRequest(settings, idToken), cancelled);
        issuedSecrets(result).forEach(mask);
        const issued = readIssued(read(result));
        const serviceMs = result.kind === 'response' ? (0,service_answer/* dateHeader */.sJ)(result.headers) : undefined;
        if (serviceMs !== undefined && issued.kind === 'issued')
            serviceClock.learn(serviceMs);
        return { stage: 'sts', answer: issued.kind === 'issued' ? issued : (0,redact_answer/* redactTexts */.S)(issued, redact) };
    };
}


/***/ })

};
