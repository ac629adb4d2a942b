/** Width of the side bar; read by the server, so that the first paint is right. */
export const RAIL_COOKIE = "heed_rail";
