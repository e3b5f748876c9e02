// The script of the single file: everything is in the page itself, because a page that was opened from a disk or a USB stick may
// not load other files.

import "../rescue/rescue";
import { begin } from "../element/element";
import { parts } from "./parts";

begin(parts);
