/** What moves on the reading page. Without it the page is a plain annotated text. */

import { startPage } from "./page";

startPage(document);
