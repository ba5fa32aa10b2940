/* What the editor shows first. A graph that is not Simpul's has other fields, and gets the bare beginning. */

const SIMPUL = [
  `# Masuk di atas, lalu tekan Ctrl-Enter.
# Sign in above, then press Ctrl-Enter.

# Ujian yang ada, dan susunannya.
# The exams there are, and their sections.
query Exams {
  exams(first: 5) {
    edges {
      node {
        code
        title
        minutes
        questionCount
        sections {
          title
          minutes
        }
      }
    }
  }
}
`,
  `# Beranda siswa, dari beberapa subgraph.
# A student's home, from several subgraphs.
query Home {
  me {
    name
    unreadNotificationCount
    examSessions(first: 3) {
      edges {
        node {
          status
          exam {
            title
          }
        }
      }
    }
    mastery {
      probability
      skill {
        name
      }
    }
  }
}
`,
  `# Pemberitahuan saat datang. Biarkan terbuka,
# lalu jalankan: npm run demo
# Notifications as they come. Leave it open,
# then run: npm run demo
subscription Notifications {
  notificationReceived {
    sequence
    title
    body
  }
}
`,
]

const ANY = `# Ctrl-Enter menjalankan, Ctrl-Space melengkapi.
# Ctrl-Enter runs, Ctrl-Space completes.

query {
  __typename
}
`

/** The texts of the first tabs, for a graph whose root fields have these names. */
export function examplesFor(rootFields) {
  const isSimpul = ['exams', 'me', 'notificationReceived'].every((name) => rootFields.includes(name))
  return isSimpul ? SIMPUL : [ANY]
}
