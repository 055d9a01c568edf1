import { setNonce } from "get-nonce";

/** The nonce of this answer, also given to the libraries that add style elements later (scroll lock of dialogs). */
export function nonce(): string {
  const value = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  setNonce(value);
  return value;
}
