import QRCode from 'qrcode';

/** A QR code as an SVG data URL: error correction Q (25 % may be unreadable) with the quiet zone of four modules. */
export const qrImage = async (content: string): Promise<string> => {
  const svg = await QRCode.toString(content, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};
