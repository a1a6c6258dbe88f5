/** The form of an id of Huawei Cloud, and of the name of an identity provider (docs/reference.md, "Formats"). */
export const ID = /^[0-9A-Za-z_-]{1,64}$/
