import "directive-assessment";
import "htmx.org";
