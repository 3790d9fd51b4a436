/** The script of a page. It defines the elements and exports nothing: who bundles imports the package instead. */
import './codex-booking/codex-booking.js'
