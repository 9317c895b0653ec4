/** All words of the call page. */
import { translator } from '../shared/translator.js';

export const translate = translator({
  title: { en: 'Online Call', ja: 'オンライン通話' },
  preparing: { en: 'Opening the microphone…', ja: 'マイクを準備しています…' },
  calling: { en: 'Calling the operator…', ja: 'オペレーターを呼び出しています…' },
  connected: { en: 'You are talking', ja: '通話中' },
  unstable: { en: 'The connection is interrupted', ja: '通信が途切れています' },
  mending: { en: 'We are trying to connect again.', ja: 'つなぎ直しています。' },
  elsewhere: { en: 'This call goes on in another window', ja: 'この通話は別のウィンドウで続いています' },
  leaving: { en: 'One moment…', ja: '少々お待ちください…' },
  good: { en: 'Good connection', ja: '通信は良好です' },
  fair: { en: 'The connection is a little weak', ja: '通信がやや不安定です' },
  poor: { en: 'The connection is weak: words may be lost', ja: '通信が不安定です。音声が途切れることがあります' },
  unknown: { en: '', ja: '' },
  operatorMuted: { en: 'The operator’s microphone is off.', ja: 'オペレーターがマイクを切っています。' },
  mute: { en: 'Mute', ja: 'マイクを切る' },
  unmute: { en: 'Unmute', ja: 'マイクを入れる' },
  share: { en: 'Share one window', ja: 'ウィンドウを共有' },
  stopSharing: { en: 'Stop sharing', ja: '共有をやめる' },
  sharingRule: {
    en: 'You can share one window, never the whole screen. Nobody records the call.',
    ja: '共有できるのは1つのウィンドウだけです。画面全体は共有できません。通話は録音されません。',
  },
  preview: { en: 'The operator sees this window.', ja: 'オペレーターに見えているウィンドウです。' },
  wholeScreen: {
    en: 'You chose the whole screen, so nothing was shared. Please choose one window, so that nothing private is seen.',
    ja: '画面全体が選ばれたため、共有しませんでした。ほかの内容が見えないよう、1つのウィンドウを選んでください。',
  },
  shareFailed: { en: 'The window could not be shared.', ja: 'ウィンドウを共有できませんでした。' },
  listen: { en: 'Turn the sound on', ja: '音声を再生する' },
  hangUp: { en: 'Hang up', ja: '通話を終える' },
  consentTitle: { en: 'May the operator keep one picture?', ja: '画像を1枚保存してもよいですか' },
  consentText: {
    en: 'The operator asks to keep a single picture of the window you share, to work on your question. If you say no, nothing changes: the call goes on.',
    ja: 'オペレーターが、共有中のウィンドウの画像を1枚だけ保存したいと希望しています。ご相談の対応だけに使います。断っても、通話はこのまま続けられます。',
  },
  grant: { en: 'Yes, one picture', ja: '1枚だけ許可する' },
  refuse: { en: 'No', ja: '許可しない' },
  offline: {
    en: 'The connection to the desk is broken. We are trying again by ourselves.',
    ja: '窓口との通信が切れています。自動的につなぎ直しています。',
  },
});
