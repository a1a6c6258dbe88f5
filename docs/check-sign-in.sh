#!/usr/bin/env bash
# Checks the set-up of keyless sign-in from a laptop, before the first workflow runs. It only reads, by curl and jq.
#
# Federated user: IAM (base URL), TOKEN (IAM token of an administrator), PROVIDER, GROUP, SUBJECT.
# Trust agency:   STS (base URL), POLICY (file with the trust policy), SUBJECT.
# Optional: AUDIENCE (huaweicloud), ISSUER (https://token.actions.githubusercontent.com).
set -uo pipefail

ISSUER=${ISSUER:-https://token.actions.githubusercontent.com}
AUDIENCE=${AUDIENCE:-huaweicloud}
: "${SUBJECT:?is not set: the claim sub of the job, such as repo:octo-org/octo-repo:environment:production}"
wrong=0

# check JSON WORDS FILTER
check() {
  if jq -e --arg issuer "$ISSUER" --arg audience "$AUDIENCE" --arg subject "$SUBJECT" --arg group "${GROUP:-}" \
    "$3" <<< "$1" > /dev/null 2>&1; then
    echo "ok     $2"
  else
    wrong=1
    echo "WRONG  $2"
  fi
}

# The token goes through standard input: arguments can be read by other users.
ask_iam() { curl -sS -H 'Content-Type: application/json;charset=utf8' -H @- "$IAM$1" <<< "X-Auth-Token: $TOKEN"; }

check_federated_user() {
  : "${TOKEN:?is not set: an IAM token of an administrator}" "${PROVIDER:?is not set: the name of the identity provider}"
  : "${GROUP:?is not set: the user group that the rule gives}"
  local provider protocol config keys rules
  provider=$(ask_iam "/v3/OS-FEDERATION/identity_providers/$PROVIDER")
  check "$provider" "identity provider $PROVIDER exists and is enabled" '.identity_provider.enabled'
  check "$provider" 'it is for virtual users' '.identity_provider.sso_type == "virtual_user_sso"'
  protocol=$(ask_iam "/v3/OS-FEDERATION/identity_providers/$PROVIDER/protocols/oidc")
  check "$protocol" 'it has the protocol oidc with conversion rules' '.protocol.mapping_id | length > 0'

  config=$(ask_iam "/v3.0/OS-FEDERATION/identity-providers/$PROVIDER/openid-connect-config")
  check "$config" "its URL is $ISSUER" '.openid_connect_config.idp_url == $issuer'
  check "$config" "its client ID is $AUDIENCE" '.openid_connect_config.client_id == $audience'
  keys=$(curl -sS "$ISSUER/.well-known/jwks")
  check "[$config,$keys]" "its signing key holds each of the issuer's current keys" \
    '[.[1].keys[].kid] as $current | [.[0].openid_connect_config.signing_key | fromjson | .keys[].kid] as $stored |
     ($current | length > 0) and $current - $stored == []'

  rules=$(ask_iam "/v3/OS-FEDERATION/mappings/$(jq -r '.protocol.mapping_id // empty' <<< "$protocol" 2> /dev/null)")
  check "$rules" "a conversion rule gives $SUBJECT the group $GROUP" \
    'any(.mapping.rules[]; any(.local[]; .group.name? == $group) and
       any(.remote[]; .type == "sub" and any(.any_one_of[]?; . == $subject)))'
  check "$rules" 'each conversion rule has a condition on sub' \
    '.mapping.rules | length > 0 and all(.[]; any(.remote[]; .type == "sub" and (.any_one_of // [] | length > 0)))'
}

check_trust_agency() {
  local policy answer
  : "${POLICY:?is not set: a file with the trust policy}"
  policy=$(cat "$POLICY")
  answer=$(curl -sS -H 'Content-Type: application/json' --data '{}' "$STS/v5/agencies/assume-with-oidc")
  check "$answer" "STS answers at $STS" '.error_code | length > 0'
  check "$policy" "the trust policy lets in $SUBJECT" \
    'any(.Statement[]; .Effect == "Allow" and any(.Action[]; . == "sts:agencies:assumeWithOIDC") and
       any(.Condition.StringEquals["oidc:sub"][]?; . == $subject))'
  check "$policy" "each statement compares issuer, audience and subject" \
    '.Statement | length > 0 and all(.[]; .Condition.StringEquals |
       .["oidc:iss"] == [$issuer] and .["oidc:aud"] == [$audience] and (.["oidc:sub"] | length > 0))'
}

if [ -n "${IAM:-}" ]; then check_federated_user; fi
if [ -n "${STS:-}" ]; then check_trust_agency; fi
[ -n "${IAM:-}${STS:-}" ] || { echo 'Set IAM for a federated user, or STS for a trust agency: see the head of this file.'; exit 2; }
exit "$wrong"
