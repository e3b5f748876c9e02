// `embed.js` of the npm package.

import { begin } from "../element/element";
import { parts } from "./parts";

begin(parts);
