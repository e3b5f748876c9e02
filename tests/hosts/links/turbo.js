import "directive-assessment";
import "@hotwired/turbo";
