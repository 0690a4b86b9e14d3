/** Light comes from the left; these two are laid over any pigment to turn a form. */
export const SHADE = '#2a1a1f';
export const LIGHT = '#ffffff';

/** A category keeps to one background family (three neighbours in lightness) and the pigments listed in its recipe. */
export interface Backdrop {
  readonly field: string;
  readonly floor: string;
  readonly disc: string;
}

export const backdrops: Readonly<Record<string, readonly Backdrop[]>> = {
  'tea-and-coffee': [
    { field: '#ead9bd', floor: '#d8bf98', disc: '#f3e7d2' },
    { field: '#e6d3bf', floor: '#d1b69a', disc: '#f1e4d6' },
    { field: '#e2d8ba', floor: '#cbbd92', disc: '#efe8d3' },
  ],
  kitchen: [
    { field: '#dfe3da', floor: '#c3cabd', disc: '#edf0e9' },
    { field: '#dde2e0', floor: '#bfc9c6', disc: '#ecf0ee' },
    { field: '#e4e1d6', floor: '#cdc8b8', disc: '#f1efe7' },
  ],
  textiles: [
    { field: '#d6dfe6', floor: '#b8c7d2', disc: '#e6edf1' },
    { field: '#dadce6', floor: '#bdc1d2', disc: '#e9eaf1' },
    { field: '#d3e0e2', floor: '#b3c8cc', disc: '#e4eeef' },
  ],
  lighting: [
    { field: '#3a4a60', floor: '#2c394c', disc: '#495b73' },
    { field: '#40495f', floor: '#31384b', disc: '#505b73' },
    { field: '#34505c', floor: '#283e49', disc: '#42626f' },
  ],
  'baskets-and-bags': [
    { field: '#c6dacd', floor: '#a7c3b2', disc: '#d9e8de' },
    { field: '#c2d9d8', floor: '#a1c1c0', disc: '#d7e7e6' },
    { field: '#cfdbc4', floor: '#b1c3a3', disc: '#e0e9d8' },
  ],
  music: [
    { field: '#f3d6c0', floor: '#e3b897', disc: '#f9e6d8' },
    { field: '#f1d2ca', floor: '#dfb0a4', disc: '#f8e4df' },
    { field: '#f2dcbc', floor: '#e0bf8e', disc: '#f8ead4' },
  ],
  wayfinding: [
    { field: '#b4ccd6', floor: '#90afbd', disc: '#cadce3' },
    { field: '#b0cfce', floor: '#8bb3b2', disc: '#c8dfde' },
    { field: '#bac9da', floor: '#97abc3', disc: '#cfdae6' },
  ],
  'paper-and-desk': [
    { field: '#efe2b8', floor: '#dcc88a', disc: '#f6eed2' },
    { field: '#ecdcc0', floor: '#d7bf96', disc: '#f5ebd9' },
    { field: '#e6e4bd', floor: '#cdca90', disc: '#f1f0d6' },
  ],
};

export const pigment = {
  ink: '#2b2c33',
  iron: '#3c3f46',
  slate: '#5c636b',
  stone: '#85857f',
  silver: '#b9c1c4',
  mist: '#dde3e3',
  cream: '#f6ecd9',
  paper: '#fbf6ea',
  straw: '#dcb56a',
  sand: '#e3c793',
  honey: '#e0a035',
  brass: '#cf9f3f',
  copper: '#c67945',
  terracotta: '#c2643c',
  rust: '#a84a2b',
  madder: '#a5382f',
  coral: '#dd7b62',
  rose: '#d99a8f',
  plum: '#6f3a4c',
  cedar: '#b97a49',
  oak: '#c99a63',
  walnut: '#744a30',
  cocoa: '#4c3026',
  moss: '#71804a',
  pine: '#3c6150',
  celadon: '#92b7a0',
  teal: '#3d7f80',
  sky: '#8db4c8',
  cobalt: '#2f5b9a',
  indigo: '#2f416e',
  flame: '#ffd27a',
  glow: '#fff1c4',
} as const;
