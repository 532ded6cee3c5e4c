/**
 * What a caller may choose as id and secret of a manual key. The documentation allows letters, digits and underscores,
 * the product's console hyphens as well.
 */
const keyId = /^[A-Za-z0-9_-]{5,50}$/;
const keySecret = /^[A-Za-z0-9_-]{10,50}$/;

export function isKeyId(text: string): boolean {
  return keyId.test(text);
}

export function isKeySecret(text: string): boolean {
  return keySecret.test(text);
}
