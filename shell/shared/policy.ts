// The policy for pages that require Trusted Types. Whichever of the product's scripts runs first on a page creates it.

import { Name } from "./names";

/** Makes addresses of the product's own scripts, and the markup of the built-in directive; a browser's own makes them trusted. */
export interface ScriptPolicy {
  createScriptURL(name: string): string;
  createHTML?: ((text: string) => string) | undefined;
}

/** The part of Trusted Types that is used here. The types of the browsers' interfaces do not have them. */
interface TrustedTypes {
  createPolicy(name: string, policy: Partial<ScriptPolicy>): ScriptPolicy;
}

declare global {
  var directiveAssessmentPolicy: ScriptPolicy | undefined;
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The page's policy, made if need be. It takes the names of the build's scripts, also with the release after a question mark, and
 * nothing else. What is looked up on `window` may be an element of the page with that name.
 */
export function scriptPolicy(base: string, version: () => string | undefined, createHTML?: () => string): ScriptPolicy {
  var there = window.directiveAssessmentPolicy;
  // An element calls nothing.
  if (there && (there.createScriptURL as Called)?.call) return there;
  var own: ScriptPolicy = {
    createScriptURL: (name) => {
      var script = name.split("?")[0]!;
      if (SCRIPTS.test(script) && (name === script || name === script + "?" + version())) return base + name;
      throw new TypeError(name);
    },
    createHTML: createHTML,
  };
  var types = window.trustedTypes;
  if (types && (types.createPolicy as Called)?.call) own = types.createPolicy(Name.TAG, own);
  window.directiveAssessmentPolicy = own;
  return own;
}

/** What may be a function. */
type Called = Function | undefined;

/** The build fills in the names of its scripts. */
var SCRIPTS = /^({{scripts}})\.js$/;
