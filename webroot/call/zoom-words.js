/** All words of the call page of a desk whose calls Zoom carries. */
import { translator } from '../shared/translator.js';

export const translate = translator({
  title: { en: 'Online Call', ja: 'オンライン通話' },
  preparing: { en: 'One moment…', ja: '少々お待ちください…' },
  loading: { en: 'Opening Zoom…', ja: 'Zoomを開いています…' },
  loadingText: {
    en: 'If your browser asks for the microphone, please choose Allow. No Zoom account is needed.',
    ja: 'マイクの使用を確認されたら「許可」を選んでください。Zoomのアカウントは必要ありません。',
  },
  calling: { en: 'Calling the operator…', ja: 'オペレーターを呼び出しています…' },
  callingText: {
    en: 'An operator answers in the Zoom window on this page. Please keep the page open.',
    ja: 'このページ内のZoomの画面でオペレーターが応答します。ページを開いたままお待ちください。',
  },
  talking: { en: 'You are talking', ja: '通話中' },
  talkingText: {
    en: 'The call runs in the Zoom window on this page. Mute, share and hang up there.',
    ja: 'このページ内のZoomの画面で通話しています。ミュート、画面共有、終了はZoomの画面で操作してください。',
  },
  dropped: { en: 'The call was interrupted', ja: '通話が途切れました' },
  droppedText: {
    en: 'Your call is kept for {minutes} minutes. Come back to it, or leave it if you are done.',
    ja: '通話は{minutes}分間保持されています。通話に戻るか、ご用が済んでいれば終了してください。',
  },
  leaving: { en: 'One moment…', ja: '少々お待ちください…' },
  nothing: { en: '', ja: '' },
  rejoin: { en: 'Back to the call', ja: '通話に戻る' },
  leave: { en: 'Leave the call', ja: '通話をやめる' },
  sharingRule: {
    en: 'If you share your screen, please choose one window, never the whole screen. The desk does not record the call.',
    ja: '画面を共有するときは、画面全体ではなく1つのウィンドウを選んでください。窓口では通話を録音・録画しません。',
  },
  reference: { en: 'Reference', ja: '受付番号' },
  offline: {
    en: 'The connection to the desk is broken. We are trying again by ourselves; the call itself is not affected.',
    ja: '窓口との通信が切れています。自動的につなぎ直しています。通話そのものには影響ありません。',
  },
});
