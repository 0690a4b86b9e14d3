export const STRAW_DARK = '#b3873f';
