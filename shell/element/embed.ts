// `embed.js`: the element as it is served, with its parts beside it.

import { begin } from "./element";
import { parts, shell } from "./served";

// For an earlier `embed.js` whose own release is gone from the server: see `renewed`.
export { parts, shell };

begin(parts);
