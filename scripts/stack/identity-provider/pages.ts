const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font-family: system-ui, sans-serif; max-width: 26rem; margin: 10vh auto; padding: 0 1rem; color: #1c2733; }
.notice { background: #fff4d6; border: 1px solid #e0b64a; padding: .75rem; border-radius: .4rem; }
.error { color: #a01c1c; }
label { display: block; margin-top: 1rem; }
input { width: 100%; padding: .5rem; box-sizing: border-box; font-size: 1rem; }
button { margin-top: 1.25rem; padding: .6rem 1.2rem; font-size: 1rem; }
</style>
</head>
<body>
<h1>${title}</h1>
<p class="notice">仅供开发，全部为样例数据。<br>For development: sample data only.</p>
${body}
</body>
</html>`;
}

/** The page that asks for name and password. */
export function renderLoginPage(uid: string, failed: boolean): string {
  const error = failed ? '<p class="error" role="alert">用户名或密码不正确。 Wrong user name or password.</p>' : '';
  return page(
    '登录 Sign in',
    `${error}
<form method="post" action="/interaction/${escape(uid)}/login" autocomplete="off">
<label>用户名 User name <input name="sub" required autofocus></label>
<label>密码 Password <input name="password" type="password" required></label>
<button type="submit">登录 Sign in</button>
</form>`,
  );
}

/** The page that stands for identity proofing. */
export function renderProofingPage(uid: string, name: string): string {
  return page(
    '实人认证（开发环境）',
    `<p>Identity proofing (development). 真实环境在此进行人脸识别；此处一键通过。<br>
The real thing would compare a face here; this page takes your word for it.</p>
<form method="post" action="/interaction/${escape(uid)}/proofing">
<button type="submit">我是 ${escape(name)} · 通过认证 Confirm</button>
</form>`,
  );
}

/** The page that says why the provider will not go on. */
export function renderErrorPage(reason: string): string {
  return page('无法继续 Cannot go on', `<p class="error">${escape(reason)}</p>`);
}
